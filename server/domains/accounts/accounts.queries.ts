import type { Sealer } from "@server/core/crypto/sealer";
import { trusted } from "@server/core/db/trusted";
import { toNameKey } from "@server/core/pinyin";
import { PersonModel, type PersonDocument } from "./person.model";
import { phoneIndexOf, phoneTailIndexOf } from "./personal-values";

const RESIDENTS_AT_MOST = 20;
const DEMO_PEOPLE_AT_MOST = 50;
const PHONE_TAIL = /^\d{4}$/;

export const findPerson = (id: string): Promise<PersonDocument | null> =>
  PersonModel.findById(id).lean<PersonDocument>().exec();

export const findPersonByPhone = (sealer: Sealer, phone: string): Promise<PersonDocument | null> =>
  PersonModel.findOne({ phoneIndex: phoneIndexOf(sealer, phone) })
    .lean<PersonDocument>()
    .exec();

export const findDemoPeople = (): Promise<PersonDocument[]> =>
  PersonModel.find({ "demo.order": trusted({ $exists: true }) })
    .sort({ "demo.order": 1 })
    .limit(DEMO_PEOPLE_AT_MOST)
    .lean<PersonDocument[]>()
    .exec();

interface ResidentSearch {
  readonly sealer: Sealer;
  readonly districtId: string;
  /** Four digits: a phone's tail; anything else: how a name, its pinyin or its initials begin. */
  readonly search: string;
}

export const findResidentsOf = ({ sealer, districtId, search }: ResidentSearch): Promise<PersonDocument[]> =>
  PersonModel.find({ districtId, ...(PHONE_TAIL.test(search) ? byTail(sealer, search) : byName(search)) })
    .limit(RESIDENTS_AT_MOST)
    .lean<PersonDocument[]>()
    .exec();

const byTail = (sealer: Sealer, tail: string) => ({ phoneTailIndex: phoneTailIndexOf(sealer, tail) });
const byName = (search: string) => ({ searchKeys: toNameKey(search) });
