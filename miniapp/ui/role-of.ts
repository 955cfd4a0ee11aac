/** A role under the name that the build knows: `role` on H5, `aria-role` in WXML, where the other one is not allowed. */
export const roleOf = (role: string): { role?: string; "aria-role"?: string } =>
  process.env.TARO_ENV === "h5" ? { role } : { "aria-role": role };
