import { describe, expect, test } from "@jest/globals";
import { type CsvRow, streamCsv } from "@server/core/csv";

const written = async (rows: AsyncIterable<CsvRow> | Iterable<CsvRow>) => {
  let text = "";
  for await (const chunk of streamCsv(rows)) text += String(chunk);
  return text;
};

describe("a table as CSV", () => {
  test("a byte order mark, the keys as its head, numbers as numbers, null as nothing", async () => {
    expect(await written([{ 名称: "春风食堂", 床位: -3, 电话: null }])).toBe(
      "\uFEFF名称,床位,电话\r\n春风食堂,-3,\r\n",
    );
  });

  test("no row is an empty file that still names its encoding", async () => {
    expect(await written([])).toBe("\uFEFF");
  });

  test("a source that breaks off is an error for whoever reads, never a file that looks whole", async () => {
    const breaking = async function* () {
      yield { 名称: "春风食堂" };
      throw new Error("the database went away");
    };
    await expect(written(breaking())).rejects.toThrow("the database went away");
  });
});
