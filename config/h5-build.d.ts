export function isH5Fresh(): boolean;
export function beginH5Build(): () => void;
