import { describe, expect, test } from "@jest/globals";
import { utils, write } from "@e965/xlsx";
import { MAX_ROWS } from "@shared/domains/care-point-imports/import-columns";
import { readTable } from "@server/domains/care-point-imports/reading/read-table";
import { readTableApart } from "@server/domains/care-point-imports/reading/read-table-apart";
import { TableError } from "@server/domains/care-point-imports/reading/table-problem";
import { zipBomb, zipOf } from "@test/support/zip-file";

const ROWS = [
  ["名称", "纬度"],
  ["春风社区食堂", "35.3"],
];
const csv = ROWS.map((row) => row.join(",")).join("\r\n");

/** "名称,纬度\n春风社区食堂,35.3" as GB18030 writes it. */
const GB18030 = Buffer.from("c3fbb3c62cceb3b6c80d0ab4bab7e7c9e7c7f8cab3ccc32c33352e33", "hex");

function xlsx(rows: readonly (readonly unknown[])[]): Buffer {
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet(rows.map((row) => [...row])), "点位");
  return write(book, { type: "buffer", bookType: "xlsx", compression: true }) as Buffer;
}

const read = (bytes: Buffer | string, fileName: string) => readTable({ bytes: Buffer.from(bytes as string), fileName });

function problemOf(bytes: Buffer | string, fileName: string): string | null {
  try {
    read(bytes, fileName);
    return null;
  } catch (error) {
    if (error instanceof TableError) return error.problem;
    throw error;
  }
}

describe("tables that are read", () => {
  test.each([
    ["UTF-8", Buffer.from(csv), "点位.csv"],
    ["UTF-8 with a byte order mark", Buffer.from(`\uFEFF${csv}`), "点位.CSV"],
    ["GB18030", GB18030, "点位.csv"],
    ["xlsx", xlsx(ROWS), "点位.xlsx"],
    ["xlsx with numbers", xlsx([ROWS[0] ?? [], ["春风社区食堂", 35.3]]), "点位.xlsx"],
  ])("%s", (_, bytes, fileName) => {
    expect(read(bytes, fileName)).toEqual(ROWS);
  });

  test("quoted cells hold commas and lines; blank lines keep their place, those at the end are none", () => {
    expect(read('名称,地址\n\n"甲,乙","一\n二"\n,\n\n', "a.csv")).toEqual([
      ["名称", "地址"],
      [""],
      ["甲,乙", "一\n二"],
    ]);
    const sparse = read(xlsx([["名称"], [], ["甲"], []]), "a.xlsx");
    expect(sparse[2]).toEqual(["甲"]);
    expect(sparse).toHaveLength(3);
  });

  test("as many rows as are taken", () => {
    expect(read(["名称", ...Array.from({ length: MAX_ROWS }, () => "甲")].join("\n"), "a.csv")).toHaveLength(
      MAX_ROWS + 1,
    );
  });
});

describe("files that are refused, each with its own reason", () => {
  const many = ["名称", ...Array.from({ length: MAX_ROWS + 1 }, () => "甲")];
  const encrypted = zipOf([{ name: "EncryptedPackage", content: Buffer.from("x") }]);
  test.each<[string, () => Buffer | string, string, TableError["problem"]]>([
    ["another ending", () => csv, "点位.doc", "import_wrong_kind"],
    ["no ending", () => csv, "点位", "import_wrong_kind"],
    ["text called xlsx", () => csv, "a.xlsx", "import_not_what_it_says"],
    ["an xlsx called csv", () => xlsx(ROWS), "a.csv", "import_not_what_it_says"],
    ["an old xls called xlsx", () => Buffer.from("d0cf11e0a1b11ae1", "hex"), "a.xlsx", "import_not_what_it_says"],
    ["an old xls called csv", () => Buffer.from("d0cf11e0a1b11ae1", "hex"), "a.csv", "import_not_what_it_says"],
    ["a picture called csv", () => Buffer.from("89504e470d0a1a0a0000000d", "hex"), "a.csv", "import_not_what_it_says"],
    ["a zip of other things", () => encrypted, "a.xlsx", "import_not_what_it_says"],
    ["a zip cut short", () => xlsx(ROWS).subarray(0, 400), "a.xlsx", "import_not_what_it_says"],
    ["UTF-16", () => Buffer.from(`\uFEFF${csv}`, "utf16le"), "a.csv", "import_not_what_it_says"],
    ["bytes that are no text", () => Buffer.from([0x61, 0x2c, 0xff, 0xff]), "a.csv", "import_unreadable"],
    ["a quote left open", () => '名称\n"甲', "a.csv", "import_open_quote"],
    ["nothing", () => "", "a.csv", "import_empty"],
    ["a head alone", () => "名称,纬度\n\n,\n", "a.csv", "import_empty"],
    ["an empty sheet", () => xlsx([]), "a.xlsx", "import_empty"],
    ["50,001 rows", () => many.join("\n"), "a.csv", "import_too_many_rows"],
    ["50,001 rows in xlsx", () => xlsx(many.map((name) => [name])), "a.xlsx", "import_too_many_rows"],
    ["a zip bomb", () => zipBomb(), "a.xlsx", "import_too_much_inside"],
    ["a zip bomb that lies about its size", () => zipBomb(1_000), "a.xlsx", "import_too_much_inside"],
  ])("%s", (_, bytes, fileName, problem) => {
    expect(problemOf(bytes(), fileName)).toBe(problem);
  });

  test("any bytes end in a table or in a reason, never in something else", () => {
    const whole = xlsx(ROWS);
    for (let place = 0; place < whole.length; place += 7) {
      const bytes = Buffer.from(whole);
      bytes.writeUInt8(bytes.readUInt8(place) ^ 0xff, place);
      try {
        expect(Array.isArray(read(bytes, "a.xlsx"))).toBe(true);
      } catch (error) {
        expect(error).toBeInstanceOf(TableError);
      }
    }
  });
});

describe("in a process of its own", () => {
  test("it brings the rows, and the reason of a refusal", async () => {
    expect(await readTableApart({ bytes: Buffer.from(csv), fileName: "点位.csv" })).toEqual(ROWS);
    const lying = readTableApart({ bytes: zipBomb(1_000), fileName: "点位.xlsx" });
    await expect(lying).rejects.toMatchObject({ problem: "import_too_much_inside" });
    const [one, other] = await Promise.all([
      readTableApart({ bytes: GB18030, fileName: "一.csv" }),
      readTableApart({ bytes: xlsx(ROWS), fileName: "二.xlsx" }),
    ]);
    expect([one, other]).toEqual([ROWS, ROWS]);
  });
});
