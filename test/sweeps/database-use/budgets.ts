import type { contracts } from "@shared/domains/index";

type Contracts = typeof contracts;
type Budgets = { readonly [D in keyof Contracts]: { readonly [K in keyof Contracts[D]["endpoints"]]: number } };

/**
 * Commands an endpoint's example may cost with its session in the cache; an endpoint without a budget does not compile.
 * Performance.md, rule 10: a list 1, a detail at most 2, a write at most 5. Signing in costs more: it is counted by
 * address and by secret, and is rare.
 */
export const budgets: Budgets = {
  family: {
    inviteFamily: 3,
    // Counted by person and by address; the invitation, a birth date, places on both sides, the bond; and rare.
    acceptInvitation: 12,
    // Two sides, and the names.
    listBonds: 3,
    withdrawBond: 2,
    listActsForMe: 2,
  },
  "care-notes": {
    getCareNotes: 1,
    // What was written is read back, as its reader sees it.
    saveCareNotes: 2,
    withdrawCareNotes: 2,
  },
  notices: {
    // The list, and how many are unread.
    listNotices: 2,
    readNotices: 2,
    listMessageTemplates: 0,
    allowMessages: 2,
    // The read is written down first; then the calls, and whom to ring.
    listCalls: 1 + 2,
    recordCallOutcome: 3,
  },
  "care-point-records": {
    getOwnRecord: 1,
    // What there is; the change.
    confirmRecord: 2,
    // Its services for the check, too.
    editRecord: 3,
  },
  "build-out": {
    proposeMealPoint: 2,
    // The list, how many stand where.
    listMealPoints: 2,
    // With the names of who did what.
    getMealPoint: 2,
    // For the policy; what lies near, in the lists and on its way; as it stands, the saving, the names.
    surveyMealPoint: 6,
    // For the policy; as it stands, the step, the names.
    passSurvey: 4,
    // Whose yes it would be, too.
    verifyMealPoint: 5,
    markBuilt: 4,
    plateMealPoint: 4,
    startOperating: 4,
    suspendMealPoint: 4,
    resumeMealPoint: 4,
    closeMealPoint: 4,
  },
  programme: {
    // The points counted, the splits.
    getProgress: 2,
    // Whether it was split before, written; then as above, with names.
    splitTarget: 2 + 3,
    // Whether it was published before, the points; batch, points and their end in one transaction; a name.
    publishBatch: 6,
    listBatches: 2,
    getPlate: 1,
    openPlaque: 1,
  },
  "care-point-photos": {
    // Whether there is such a place, when nobody asked for it lately.
    listPhotos: 1 + 1,
    // Whether it was added before, counted, its place, written; each of two files in its pieces and
    // itself; shown. Nobody adds more than sixty a day.
    addPhoto: 5 + 2 * 2,
    // The list twice, and the order of each.
    orderPhotos: 3,
    // Gone; its files and their pieces; what is left.
    removePhoto: 4,
  },
  "survey-photos": { listSurveyPhotos: 1, addSurveyPhoto: 5 + 2 * 2, removeSurveyPhoto: 4 },
  corrections: {
    // Counted by person or address, and written; the name of the place when nobody asked for it lately.
    reportCorrection: 3,
    // The read is written down first.
    listOwnCorrections: 1 + 1,
    // The read is written down first; the names of the places.
    listOfficeCorrections: 1 + 2,
    // For the policy, as it stands, the answer.
    settleCorrection: 3,
  },
  "record-changes": {
    listOwnChanges: 2,
    // The entry, whether it was asked before, its region, the proposal.
    proposeChange: 4,
    listOfficeChanges: 2,
    withdrawChange: 4,
    // For the policy; as they stand, answer and entry in one transaction with its end.
    settleChange: 9,
  },
  "office-records": {
    listOfficeRecords: 2,
    searchOfficeRecords: 2,
    // The entry, its managers, what was done and answered.
    getOfficeRecord: 4,
    // The entry for the policy; as it stands and changed, with its note, in one transaction; the page as above.
    withholdRecord: 9,
    publishRecord: 9,
  },
  claims: {
    // The entry, the claim, whether somebody manages it, her phone.
    getOwnClaim: 4,
    // The same with whether it was asked before, looked at again with the answer.
    claimCarePoint: 7,
    // The read is written down first; the places, the people.
    listOfficeClaims: 1 + 3,
    // For the policy, its managers; as it stands, the answer, her name, in one transaction with its end.
    settleClaim: 9,
    // Her role, sessions and password in one transaction with its end.
    leaveCarePoint: 5,
  },
  // Counted, and written.
  phone: { linkWechatPhone: 3 },
  accounts: {
    signInWithWechat: 6,
    sendLoginCode: 3,
    signInWithCode: 4,
    signInAsStaff: 8,
    listDemoPeople: 1,
    signInAsDemoPerson: 2,
    getMe: 1,
    completeOnboarding: 1,
    chooseCommunity: 1,
    signOut: 1,
    // The read is written down before it happens.
    findResidents: 1 + 1,
    registerResident: 1,
    issueLoginCode: 3,
  },
  staff: {
    // The read is written down first; then the people and their login names.
    listStaff: 1 + 2,
    inviteStaff: 4,
    // Counted by address, name and invitation; the password taken, the person, her session and places; and rare.
    acceptStaffInvitation: 12,
    // The colleague and the manager's entry in one transaction, its end, then the sessions; and rare.
    changeStaffRole: 5,
    removeStaff: 6,
    changePassword: 9,
  },
  "my-data": {
    // One for each collection that holds something of her, bonds from both sides; and rare.
    getMyData: 15,
    // The intent; then what each of the collections holds is ended, erased and looked at again. Once in a life.
    deleteAccount: 43,
  },
  merge: {
    getMergeQuestion: 2,
    // The no. A yes moves what every domain keeps, once in a life.
    answerMergeQuestion: 2,
  },
  // A region of the pack needs no command; the world's community lies below a township of the database.
  regions: { listRegions: 1, getRegionGuide: 2 },
  // Public data: no endpoint; its rows are held by their own test.
  "open-facilities": {},
  "care-points": { listCarePoints: 1, searchCarePoints: 2, getCarePoint: 2 },
  // The database's regions level by level below those of the pack, and the facilities of the kinds that are required.
  network: { getNetwork: 3, listGaps: 3 },
  // What the platform said, and the facilities that its list is compared with.
  reconciliation: { getReconciliation: 2, listUnmatched: 2 },
  // One for each service of the circle.
  circle: { getCircle: 3 },
  "care-point-imports": {
    // The import by its key; the office's regions twice, the city's entries; the rows, the import, their sums.
    checkImport: 9,
    listImports: 2,
    getImport: 2,
    listImportRows: 2,
    decideDouble: 3,
    // The import, the sums before and after, the one update.
    applyImport: 4,
  },
  "care-point-merges": {
    // The proposals; the city's entries, the office's regions; the entries in full.
    listMerges: 5,
    findMergeSides: 2,
    // The key, both entries, their regions, meals ahead, the proposal; both entries for the answer.
    proposeMerge: 9,
    // Turned down; a yes makes one of two, and is rare.
    answerMerge: 4,
  },
  "care-point-map": { getCarePointMap: 1 },
  meals: {
    getMealOverview: 4,
    // For somebody signed in one more: what is noted for her.
    getMenu: 3,
    bookMeal: 2,
    cancelMealBooking: 5,
    getMealBooking: 2,
    listMealBookings: 1,
  },
  "meal-counter": {
    getCounterDay: 2,
    // The opening is written down first; the menu for the policy, the portions, their people.
    openRoster: 1 + 3,
    // By name. By code two more count the guesses.
    checkIn: 3,
    undoCheckIn: 3,
    // The menu for the policy and for the order, the resident; the claim, twice when the seat search wraps; her line.
    walkIn: 6,
    // Whom the care point serves; her bond with the cook, the sittings, the menu.
    getMenuForResident: 4,
    // The menu for the policy and for the order, the resident; the claim, twice when the seat search wraps.
    bookForResident: 5,
    markNoShow: 3,
    cancelForResident: 2,
    // Load, count, write the number; look, change, look; say that it is finished; show the counts.
    setPortions: 13,
    markSoldOut: 12,
    restoreDish: 12,
    // What is known of the acts, two for each, what became of them.
    syncRoster: 2 + 2,
    getPickUpPass: 1,
  },
  "menu-planning": {
    getMenuWeek: 2,
    saveDish: 1,
    // The key, the dishes; what stands, portions, list, menu.
    planMenu: 6,
    copyMenuWeek: 10,
    // The day; per meal what stands and its place; how many were cancelled.
    closeDate: 1 + 3 * 3 + 1,
  },
};

/** Every answer to a booking: also a refusal or a repeat, and when the search for a portion wraps. */
export const BOOKING_AT_MOST = 5;

/** @throws Error for an endpoint that states none */
export function budgetOf(name: string): number {
  const [domain = "", key = ""] = name.split(".");
  const known: Readonly<Record<string, Readonly<Record<string, number>>>> = budgets;
  const budget = known[domain]?.[key];
  if (budget === undefined) throw new Error(`no budget for ${name}`);
  return budget;
}
