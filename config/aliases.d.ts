export const root: string;
export const aliases: Record<string, string>;
export const jestModuleNames: Record<string, string>;
