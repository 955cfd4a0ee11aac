import type { AccessTable } from "./access-cells";

/** Who may do what in the build-out of meal points. */
// prettier-ignore
export const buildOutAccess: Pick<AccessTable, "build-out" | "programme"> = {
  // The build-out is its offices': of these roles nobody works at one. Who does: test/domains/build-out.
  "build-out": {
    proposeMealPoint:   { none:        ["sign_in_required", "forbidden", "forbidden",                             "forbidden"] },
    listMealPoints:     { none:        ["sign_in_required", "forbidden", "forbidden",                             "forbidden"] },
    getMealPoint:       { none:        ["sign_in_required", "not_found", "not_found",                             "not_found"] },
    surveyMealPoint:    { none:        ["sign_in_required", "not_found", "not_found",                             "not_found"] },
    passSurvey:         { none:        ["sign_in_required", "not_found", "not_found",                             "not_found"] },
    verifyMealPoint:    { none:        ["sign_in_required", "not_found", "not_found",                             "not_found"] },
    markBuilt:          { none:        ["sign_in_required", "not_found", "not_found",                             "not_found"] },
    plateMealPoint:     { none:        ["sign_in_required", "not_found", "not_found",                             "not_found"] },
    startOperating:     { none:        ["sign_in_required", "not_found", "not_found",                             "not_found"] },
    suspendMealPoint:   { none:        ["sign_in_required", "not_found", "not_found",                             "not_found"] },
    resumeMealPoint:    { none:        ["sign_in_required", "not_found", "not_found",                             "not_found"] },
    closeMealPoint:     { none:        ["sign_in_required", "not_found", "not_found",                             "not_found"] },
  },
  programme: {
    getProgress:        { none:        ["allow",            "allow",     "allow",                                 "allow"] },
    splitTarget:        { none:        ["sign_in_required", "forbidden", "forbidden",                             "forbidden"] },
    publishBatch:       { none:        ["sign_in_required", "forbidden", "forbidden",                             "forbidden"] },
    listBatches:        { none:        ["sign_in_required", "forbidden", "forbidden",                             "forbidden"] },
    getPlate:           { none:        ["sign_in_required", "not_found", "not_found",                             "not_found"] },
    openPlaque:         { none:        ["allow",            "allow",     "allow",                                 "allow"] },
  },
};
