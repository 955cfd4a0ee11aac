/** @import { Rule } from "eslint" */

/** A list query on a model that would build whole mongoose documents. @type {Rule.RuleModule} */
const leanLists = {
  meta: {
    messages: { lean: "A list query ends in .lean(): documents cost three times what plain objects do." },
    schema: [],
  },
  create: (context) => ({
    "CallExpression[callee.property.name='find'][callee.object.name=/^[A-Z]/]": (/** @type {any} */ node) => {
      if (!chainAbove(node).includes("lean")) context.report({ node, messageId: "lean" });
    },
  }),
};

/** Names of the methods called one after the other on what this call returns. @param {any} call @returns {string[]} */
function chainAbove(call) {
  const { parent } = call;
  if (parent.type !== "MemberExpression" || parent.object !== call) return [];
  return [parent.property.name, ...chainAbove(parent.parent)];
}

const SUPPRESSION = /^\s*eslint-disable/;

/** A suppression without a reason after `--`. @type {Rule.RuleModule} */
const reasonedSuppressions = {
  meta: { messages: { reason: "Say after -- why this rule does not fit here." }, schema: [] },
  create: (context) => ({
    Program: () => {
      for (const comment of context.sourceCode.getAllComments()) {
        const bare = SUPPRESSION.test(comment.value) && !/\s--\s+\S/.test(comment.value);
        if (bare && comment.loc) context.report({ loc: comment.loc, messageId: "reason" });
      }
    },
  }),
};

/** Rules of this project that no package has. */
export const projectRules = { rules: { "lean-lists": leanLists, "reasoned-suppressions": reasonedSuppressions } };

const READS_AND_WRITES =
  "/^(find|findOne|findOneAnd\\w+|updateOne|updateMany|replaceOne|deleteOne|deleteMany|countDocuments|distinct)$/";
const FROM_CLIENT = "/^(body|query|params|input)$/";
const ENTITY = `CallExpression[callee.property.name=${READS_AND_WRITES}]`;

/** Syntax the whole product does without, as options of `no-restricted-syntax`. */
export const forbiddenSyntax = [
  {
    selector: ":matches(NewExpression, CallExpression)[callee.name='RegExp']:not([arguments.0.type='Literal'])",
    message: "A pattern made of a variable can be injected or run for ever: write it as a literal.",
  },
  {
    selector: `${ENTITY}[arguments.0.name=${FROM_CLIENT}], ${ENTITY}[arguments.0.property.name=${FROM_CLIENT}]`,
    message: "A filter never comes from the client: name its fields.",
  },
  {
    selector: `${ENTITY} > ObjectExpression > SpreadElement[argument.name=${FROM_CLIENT}], ${ENTITY} > ObjectExpression > SpreadElement[argument.property.name=${FROM_CLIENT}]`,
    message: "A filter or update never takes its fields from the client: name them.",
  },
];

/** Where "now" may be read, as options of `no-restricted-syntax`. */
export const forbiddenClock = [
  {
    selector:
      "NewExpression[callee.name='Date'][arguments.length=0], CallExpression[callee.name='Date'], CallExpression[callee.object.name='Date'][callee.property.name='now']",
    message: "Now comes from the injected Clock.",
  },
  {
    selector:
      "CallExpression[callee.property.name=/^(get|set)(FullYear|Month|Date|Day|Hours|Minutes|Seconds|Milliseconds)$/], CallExpression[callee.property.name=/^toLocale(Date|Time)?String$/]",
    message: "Local time depends on the computer: use shared/core/dates.",
  },
];
