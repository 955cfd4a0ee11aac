/** One element as Taro describes it to the template: `nn` kind, `cl` class, `cn` children, `v` text, `sid` its name. */
export interface TreeNode {
  readonly sid?: string;
  readonly nn?: string;
  readonly v?: string;
  readonly cn?: readonly TreeNode[];
  readonly [key: string]: unknown;
}
export interface PageData {
  root: TreeNode;
}

/** Sets the value at a path of `setData`, such as `root.cn.[0].cl`. */
export function applyChange(data: object, path: string, value: unknown): void {
  const steps = path.split(/[.[\]]+/).filter((step) => step !== "");
  const last = steps.pop() ?? "";
  let place = data as Record<string, unknown>;
  for (const step of steps) place = (place[step] ??= {}) as Record<string, unknown>;
  place[last] = value;
}

export interface TreeSize {
  readonly nodes: number;
  readonly depth: number;
  /** Most children of one element. */
  readonly widest: number;
}

export function sizeOf(node: TreeNode): TreeSize {
  const below = (node.cn ?? []).map(sizeOf);
  return {
    nodes: 1 + below.reduce((sum, { nodes }) => sum + nodes, 0),
    depth: 1 + Math.max(0, ...below.map(({ depth }) => depth)),
    widest: Math.max(below.length, ...below.map(({ widest }) => widest)),
  };
}

export const nodesOf = (node: TreeNode): TreeNode[] => [node, ...(node.cn ?? []).flatMap(nodesOf)];
