import { unsupported } from "../errors";
import type { Handler } from "./request";

export const explain: Handler = () => {
  throw unsupported("explain");
};
