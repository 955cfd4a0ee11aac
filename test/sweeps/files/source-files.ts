import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";

/** The repository's root folder. */
export const root = join(dirname(fileURLToPath(import.meta.url)), "../../..");

export interface SourceFile {
  /** Path from the root, with `/`. */
  path: string;
  text: string;
  /** Lines of the file; a final newline begins no line. */
  lines: number;
}

const SKIPPED = new Set(["node_modules", "dist", ".git", ".swc", ".data", "coverage"]);

/** Every file under the folders, from the root; built and installed things left out. */
export function filesUnder(...folders: string[]): string[] {
  const walk = (folder: string): string[] =>
    readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
      if (SKIPPED.has(entry.name)) return [];
      const path = folder === "." ? entry.name : `${folder}/${entry.name}`;
      return entry.isDirectory() ? walk(path) : [path];
    });
  return folders
    .filter((folder) => existsSync(join(root, folder)))
    .flatMap(walk)
    .sort();
}

/** The TypeScript and JavaScript files under the folders. */
export function sourceFiles(...folders: string[]): SourceFile[] {
  return filesUnder(...folders)
    .filter((path) => /\.(ts|tsx|js)$/.test(path))
    .map((path) => {
      const text = readFileSync(join(root, path), "utf8");
      return { path, text, lines: text.trimEnd().split("\n").length };
    });
}

/** The file's syntax tree. */
export function parse(file: SourceFile): ts.SourceFile {
  return ts.createSourceFile(file.path, file.text, ts.ScriptTarget.Latest, true);
}

/** The file's code without its comments. */
export function codeOf(file: SourceFile): string {
  return ts.createPrinter({ removeComments: true }).printFile(parse(file));
}

/** The modules a file loads when it runs: imports and re-exports of values, and `import()`; types alone load nothing. */
export function importsOf(file: SourceFile): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    const name = loadedBy(node);
    if (name && ts.isStringLiteral(name)) found.push(name.text);
    ts.forEachChild(node, visit);
  };
  visit(parse(file));
  return found;
}

function loadedBy(node: ts.Node): ts.Expression | undefined {
  if (ts.isImportDeclaration(node)) return node.importClause?.isTypeOnly ? undefined : node.moduleSpecifier;
  if (ts.isExportDeclaration(node)) return node.isTypeOnly ? undefined : node.moduleSpecifier;
  const isImportCall = ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword;
  return isImportCall ? node.arguments[0] : undefined;
}
