// Validates bodies against schemas of OpenAPI 3.1 documents. Standard input, one JSON object a line:
//   {"dokument": "name", "innhold": {…the document…}}  makes a document known;
//   {"dokument": "name", "peker": "#/…/schema", "hva": "GET /…", "kropp": …}  judges a body by the schema at the pointer.
// Prints "hva: faults" for each body that breaks its schema, and ends with 1 when there was one. "strengt": true also refuses unknown members.
const { readFileSync } = require("node:fs");
const Ajv = require("ajv/dist/2020").default;
const formater = require("ajv-formats").default;

const lukk = (node) => {
  if (node && typeof node === "object") {
    if (node.type === "object" && node.properties) node.additionalProperties = false;
    Object.values(node).forEach(lukk);
  }
};
const ajv = new Ajv({ allErrors: true, strict: false });
formater(ajv);
let feil = 0;
for (const linje of readFileSync(0, "utf8").split("\n").filter(Boolean)) {
  const post = JSON.parse(linje);
  if (post.innhold) {
    // Answers of this program hold what its documents name and nothing else, although readers must bear more.
    lukk(post.innhold.components);
    ajv.addSchema({ $id: `https://felles.invalid/${post.dokument}`, ...post.innhold });
    continue;
  }
  const gyldig = ajv.getSchema(`https://felles.invalid/${post.dokument}${post.peker}`);
  if (!gyldig) throw new Error(`${post.dokument} has no ${post.peker}`);
  if (!gyldig(post.kropp)) {
    feil++;
    console.log(`${post.hva}: ${ajv.errorsText(gyldig.errors)}\n  ${JSON.stringify(post.kropp).slice(0, 1000)}`);
  }
}
process.exit(feil === 0 ? 0 : 1);
