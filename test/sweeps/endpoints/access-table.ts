import type { AccessTable, Cell, Decision, Row } from "./access-cells";
import { relations, type Relation } from "./access-relations";
import { buildOutAccess } from "./build-out-access";
import { officeAccess } from "./office-access";

/**
 * Who may do what to what. Each cell is a decision of people, read one by one; the sweep asks the server and compares.
 * Other things that a row's request names are such as staff of the care point may use.
 */
// prettier-ignore
export const accessTable: AccessTable = {
  phone: {
    linkWechatPhone:    { none:        ["sign_in_required", "allow",     "allow",                                 "allow"] },
  },
  accounts: {
    //                                         guest               resident     care_point_staff                         care_point_manager
    signInWithWechat:   { none:        ["allow",            "allow",     "allow",                                 "allow"] },
    sendLoginCode:      { none:        ["allow",            "allow",     "allow",                                 "allow"] },
    signInWithCode:     { none:        ["allow",            "allow",     "allow",                                 "allow"] },
    signInAsStaff:      { none:        ["allow",            "allow",     "allow",                                 "allow"] },
    listDemoPeople:     { none:        ["allow",            "allow",     "allow",                                 "allow"] },
    signInAsDemoPerson: { none:        ["allow",            "allow",     "allow",                                 "allow"] },
    getMe:              { none:        ["sign_in_required", "allow",     "allow",                                 "allow"] },
    completeOnboarding: { none:        ["sign_in_required", "allow",     "allow",                                 "allow"] },
    chooseCommunity:    { none:        ["sign_in_required", "allow",     "allow",                                 "allow"] },
    signOut:            { none:        ["sign_in_required", "allow",     "allow",                                 "allow"] },
    findResidents:      { carePointId: ["sign_in_required", "forbidden", "own same_point allow, else forbidden",   "own same_point allow, else forbidden"] },
    registerResident:   { carePointId: ["sign_in_required", "forbidden", "own same_point allow, else forbidden",   "own same_point allow, else forbidden"] },
    // For residents of the district, and never for somebody who works: a code would hand over her rights.
    issueLoginCode:     { carePointId: ["sign_in_required", "forbidden", "own same_point allow, else forbidden",   "own same_point allow, else forbidden"],
                          residentId:  ["sign_in_required", "forbidden", "same_point other_point allow, else not_found", "same_point other_point allow, else not_found"] },
  },
  // Managers of the care point, over others than themselves; a cook is none.
  staff: {
    listStaff:          { carePointId: ["sign_in_required", "forbidden", "forbidden",                              "own same_point allow, else forbidden"] },
    inviteStaff:        { carePointId: ["sign_in_required", "forbidden", "forbidden",                              "own same_point allow, else forbidden"] },
    acceptStaffInvitation: { none:     ["allow",            "allow",     "allow",                                  "allow"] },
    changeStaffRole:    { carePointId: ["sign_in_required", "forbidden", "forbidden",                              "own same_point allow, else forbidden"] },
    removeStaff:        { carePointId: ["sign_in_required", "forbidden", "forbidden",                              "own same_point allow, else forbidden"] },
    changePassword:     { none:        ["sign_in_required", "forbidden", "allow",                                  "allow"] },
  },
  "my-data": {
    getMyData:          { none:        ["sign_in_required", "allow",     "allow",                                  "allow"] },
    // Whoever works somewhere first hands that over.
    deleteAccount:      { none:        ["sign_in_required", "allow",     "forbidden",                              "forbidden"] },
  },
  merge: {
    getMergeQuestion:   { none:        ["sign_in_required", "allow",     "allow",                                  "allow"] },
    // Nobody of the table was asked anything.
    answerMergeQuestion: { none:       ["sign_in_required", "not_found", "not_found",                              "not_found"] },
  },
  regions: {
    listRegions:        { none:        ["allow",            "allow",     "allow",                                 "allow"] },
    getRegionGuide:     { none:        ["allow",            "allow",     "allow",                                 "allow"] },
  },
  // Public data: no endpoint; its rows are held by their own test.
  "open-facilities": {},
  "care-points": {
    listCarePoints:     { none:        ["allow",            "allow",     "allow",                                 "allow"] },
    searchCarePoints:   { none:        ["allow",            "allow",     "allow",                                 "allow"] },
    getCarePoint:       { carePointId: ["absent not_found, else allow", "absent not_found, else allow", "absent not_found, else allow", "absent not_found, else allow"] },
  },
  network: {
    getNetwork:         { none:        ["allow",            "allow",     "allow",                                 "allow"] },
    listGaps:           { none:        ["allow",            "allow",     "allow",                                 "allow"] },
  },
  // What an office brings in; of these roles nobody works at one.
  "care-point-imports": {
    checkImport:        { none:        ["sign_in_required", "forbidden", "forbidden",                             "forbidden"] },
    listImports:        { none:        ["sign_in_required", "forbidden", "forbidden",                             "forbidden"] },
    getImport:          { importId:    ["sign_in_required", "not_found", "not_found",                             "not_found"] },
    listImportRows:     { importId:    ["sign_in_required", "not_found", "not_found",                             "not_found"] },
    decideDouble:       { importId:    ["sign_in_required", "not_found", "not_found",                             "not_found"] },
    applyImport:        { importId:    ["sign_in_required", "not_found", "not_found",                             "not_found"] },
  },
  "care-point-merges": {
    listMerges:         { none:        ["sign_in_required", "forbidden", "forbidden",                             "forbidden"] },
    findMergeSides:     { none:        ["sign_in_required", "forbidden", "forbidden",                             "forbidden"] },
    proposeMerge:       { none:        ["sign_in_required", "forbidden", "forbidden",                             "forbidden"] },
    answerMerge:        { mergeId:     ["sign_in_required", "not_found", "not_found",                             "not_found"] },
  },
  ...buildOutAccess,
  circle: {
    getCircle:          { none:        ["allow",            "allow",     "allow",                                 "allow"] },
  },
  "care-point-map": {
    getCarePointMap:    { none:        ["allow",            "allow",     "allow",                                 "allow"] },
  },
  family: {
    // On an elder's behalf; for herself everybody may.
    inviteFamily:       { carePointId: ["sign_in_required", "forbidden", "own same_point allow, else forbidden",   "own same_point allow, else forbidden"],
                          elderId:     ["sign_in_required", "forbidden", "same_point other_point allow, else not_found", "same_point other_point allow, else not_found"] },
    acceptInvitation:   { none:        ["sign_in_required", "allow",     "allow",                                 "allow"] },
    listBonds:          { none:        ["sign_in_required", "allow",     "allow",                                 "allow"] },
    withdrawBond:       { bondId:      ["sign_in_required", "own allow, else not_found", "own allow, else not_found", "own allow, else not_found"] },
    listActsForMe:      { none:        ["sign_in_required", "allow",     "allow",                                 "allow"] },
  },
  // Health data: her own. Who looks after it by a bond: test/domains/care-notes.
  "care-notes": {
    getCareNotes:       { elderId:     ["sign_in_required", "own allow, else not_found", "own allow, else not_found", "own allow, else not_found"] },
    saveCareNotes:      { elderId:     ["sign_in_required", "own allow, else not_found", "own allow, else not_found", "own allow, else not_found"] },
    withdrawCareNotes:  { elderId:     ["sign_in_required", "own allow, else not_found", "own allow, else not_found", "own allow, else not_found"] },
  },
  "care-point-records": {
    getOwnRecord:       { carePointId: ["sign_in_required", "forbidden", "own same_point allow, else forbidden", "own same_point allow, else forbidden"] },
    confirmRecord:      { carePointId: ["sign_in_required", "forbidden", "own same_point allow, else forbidden", "own same_point allow, else forbidden"] },
    // What stands in it, the manager says.
    editRecord:         { carePointId: ["sign_in_required", "forbidden", "forbidden", "own same_point allow, else forbidden"] },
  },
  corrections: {
    reportCorrection:   { carePointId: ["absent not_found, else allow", "absent not_found, else allow", "absent not_found, else allow", "absent not_found, else allow"] },
    listOwnCorrections: { carePointId: ["sign_in_required", "forbidden", "own same_point allow, else forbidden", "own same_point allow, else forbidden"] },
    listOfficeCorrections: { none:     ["sign_in_required", "forbidden", "forbidden", "forbidden"] },
    settleCorrection:   { correctionId: ["sign_in_required", "not_found", "own same_point allow, else not_found", "own same_point allow, else not_found"] },
  },
  ...officeAccess,
  // Also the office of its district; of these roles nobody works at one.
  "care-point-photos": {
    listPhotos:         { carePointId: ["absent not_found, else allow", "absent not_found, else allow", "absent not_found, else allow", "absent not_found, else allow"] },
    addPhoto:           { carePointId: ["sign_in_required", "forbidden", "forbidden", "own same_point allow, else forbidden"] },
    orderPhotos:        { carePointId: ["sign_in_required", "forbidden", "forbidden", "own same_point allow, else forbidden"] },
    removePhoto:        { carePointId: ["sign_in_required", "forbidden", "forbidden", "own same_point allow, else forbidden"] },
  },
  "survey-photos": {
    listSurveyPhotos:   { none:        ["sign_in_required", "forbidden", "forbidden",                             "forbidden"] },
    addSurveyPhoto:     { none:        ["sign_in_required", "forbidden", "forbidden",                             "forbidden"] },
    removeSurveyPhoto:  { none:        ["sign_in_required", "forbidden", "forbidden",                             "forbidden"] },
  },
  notices: {
    listNotices:        { none:        ["sign_in_required", "allow",     "allow",                                 "allow"] },
    readNotices:        { none:        ["sign_in_required", "allow",     "allow",                                 "allow"] },
    listMessageTemplates: { none:      ["allow",            "allow",     "allow",                                 "allow"] },
    allowMessages:      { none:        ["sign_in_required", "allow",     "allow",                                 "allow"] },
    listCalls:          { carePointId: ["sign_in_required", "forbidden", "own same_point allow, else forbidden",   "own same_point allow, else forbidden"] },
    // Also whom the notice is for is told nothing of calls: they are the care point's.
    recordCallOutcome:  { noticeId:    ["sign_in_required", "not_found", "own same_point allow, else not_found",   "own same_point allow, else not_found"] },
  },
  meals: {
    // Of somebody by name; without a name it is everybody's. Who acts for an elder by a bond: test/domains/meals/acting-for.
    getMealOverview:    { elderId:     ["sign_in_required", "own allow, else not_found", "own allow, else not_found", "own allow, else not_found"] },
    getMenu:            { carePointId: ["absent not_found, else allow", "absent not_found, else allow", "absent not_found, else allow", "absent not_found, else allow"],
                          elderId:     ["sign_in_required", "own allow, else not_found", "own allow, else not_found", "own allow, else not_found"] },
    bookMeal:           { elderId:     ["sign_in_required", "own allow, else not_found", "own allow, else not_found", "own allow, else not_found"] },
    cancelMealBooking:  { bookingId:   ["sign_in_required", "own allow, else not_found", "own allow, else not_found", "own allow, else not_found"] },
    getMealBooking:     { bookingId:   ["sign_in_required", "own allow, else not_found", "own allow, else not_found", "own allow, else not_found"] },
    listMealBookings:   { elderId:     ["sign_in_required", "own allow, else not_found", "own allow, else not_found", "own allow, else not_found"] },
  },
  // Staff of the care point; another care point's booking does not exist here.
  "meal-counter": {
    getCounterDay:      { carePointId: ["sign_in_required", "forbidden", "own same_point allow, else forbidden", "own same_point allow, else forbidden"] },
    openRoster:         { none:        ["sign_in_required", "forbidden", "allow", "allow"] },
    checkIn:            { carePointId: ["sign_in_required", "forbidden", "own same_point allow, else forbidden", "own same_point allow, else forbidden"],
                          bookingId:   ["sign_in_required", "forbidden", "own same_point allow, else not_found", "own same_point allow, else not_found"] },
    undoCheckIn:        { bookingId:   ["sign_in_required", "not_found", "own same_point allow, else not_found", "own same_point allow, else not_found"] },
    walkIn:             { residentId:  ["sign_in_required", "forbidden", "own same_point other_point allow, else not_found", "own same_point other_point allow, else not_found"] },
    getMenuForResident: { carePointId: ["sign_in_required", "forbidden", "own same_point allow, else forbidden", "own same_point allow, else forbidden"],
                          residentId:  ["sign_in_required", "forbidden", "own same_point other_point allow, else not_found", "own same_point other_point allow, else not_found"] },
    bookForResident:    { residentId:  ["sign_in_required", "forbidden", "own same_point other_point allow, else not_found", "own same_point other_point allow, else not_found"] },
    markNoShow:         { bookingId:   ["sign_in_required", "not_found", "own same_point allow, else not_found", "own same_point allow, else not_found"] },
    cancelForResident:  { bookingId:   ["sign_in_required", "not_found", "own same_point allow, else not_found", "own same_point allow, else not_found"] },
    setPortions:        { none:        ["sign_in_required", "forbidden", "allow", "allow"] },
    markSoldOut:        { none:        ["sign_in_required", "forbidden", "allow", "allow"] },
    restoreDish:        { none:        ["sign_in_required", "forbidden", "allow", "allow"] },
    syncRoster:         { carePointId: ["sign_in_required", "forbidden", "own same_point allow, else forbidden", "own same_point allow, else forbidden"] },
    getPickUpPass:      { bookingId:   ["sign_in_required", "own allow, else not_found", "own allow, else not_found", "own allow, else not_found"] },
  },
  // What is cooked, the manager says.
  "menu-planning": {
    getMenuWeek:        { carePointId: ["sign_in_required", "forbidden", "forbidden", "own same_point allow, else forbidden"] },
    saveDish:           { carePointId: ["sign_in_required", "forbidden", "forbidden", "own same_point allow, else forbidden"] },
    planMenu:           { carePointId: ["sign_in_required", "forbidden", "forbidden", "own same_point allow, else forbidden"] },
    copyMenuWeek:       { carePointId: ["sign_in_required", "forbidden", "forbidden", "own same_point allow, else forbidden"] },
    closeDate:          { carePointId: ["sign_in_required", "forbidden", "forbidden", "own same_point allow, else forbidden"] },
  },
};

/** The rows of an endpoint, `meals.bookMeal`, by the thing that its request names. @throws Error when it has none */
export function rowsOf(name: string): [string, Row][] {
  const [domain = "", key = ""] = name.split(".");
  const table: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, Row>>>>>> = accessTable;
  const rows = table[domain]?.[key];
  if (!rows) throw new Error(`no row for ${name}`);
  return Object.entries(rows);
}

/** What a cell says of each relation. @throws Error for a word that is neither relation nor decision */
export function decisionsOf(cell: Cell): Record<Relation, Decision> {
  const [special, rest] = cell.includes(", else ") ? cell.split(", else ") : [undefined, cell];
  const words = special?.split(" ") ?? [];
  const decision = words.pop();
  for (const word of words)
    if (!relations.some((relation) => relation === word)) throw new Error(`no relation ${word}`);
  const pairs = relations.map((relation) => [relation, words.includes(relation) ? decision : rest]);
  return Object.fromEntries(pairs) as Record<Relation, Decision>;
}
