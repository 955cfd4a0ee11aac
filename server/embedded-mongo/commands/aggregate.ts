import { unsupported } from "../errors";
import type { Handler } from "./request";

export const aggregate: Handler = () => {
  throw unsupported("aggregate");
};
