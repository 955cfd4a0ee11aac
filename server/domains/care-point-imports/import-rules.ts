/**
 * So near, metres, two of like names may be one; nobody published a distance. 假设：同名的两处相距 300 米以内可能是一处。
 * 2026-11-22 起用，当地核对几批后再改。
 */
export const DOUBLE_WITHIN_METRES = 300;
