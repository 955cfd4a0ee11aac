const LARGEST_KEPT = 4 * 1024 * 1024;

/**
 * Bytes that are written one after another into room that grows as it is needed; each of the two encoders owns one and
 * uses it again for every value.
 */
export class Scratch {
  /** Only the first `used` bytes mean anything; a write beyond them asks for `room` first, which may replace it. */
  bytes: Buffer;
  used = 0;
  readonly #usual: number;

  constructor(usual: number) {
    this.#usual = usual;
    this.bytes = Buffer.allocUnsafe(usual);
  }

  /** Takes this many bytes and says where they begin. */
  room(count: number): number {
    const start = this.used;
    if (start + count > this.bytes.length) {
      const larger = Buffer.allocUnsafe(Math.max(this.bytes.length * 2, start + count));
      this.bytes.copy(larger, 0, 0, start);
      this.bytes = larger;
    }
    this.used = start + count;
    return start;
  }

  writeByte(byte: number): void {
    const start = this.room(1);
    this.bytes[start] = byte;
  }

  writeBytes(bytes: Uint8Array): void {
    const start = this.room(bytes.length);
    this.bytes.set(bytes, start);
  }

  /** UTF-8 without an end mark. */
  writeText(text: string): void {
    const start = this.room(text.length * 3);
    this.used = start + this.bytes.write(text, start, "utf8");
  }

  /** Forgets what was written. */
  begin(): void {
    this.used = 0;
  }

  /** A copy of what was written; the memory is given back where one value made it huge. */
  take(): Buffer {
    const taken = Buffer.from(this.bytes.subarray(0, this.used));
    if (this.bytes.length > LARGEST_KEPT) this.bytes = Buffer.allocUnsafe(this.#usual);
    return taken;
  }
}
