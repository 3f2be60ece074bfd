// Validates documents, one a line on standard input, against the JSON Schema named as the first argument; prints "line: faults" for each that breaks it.
// usage: NODE_PATH=<repository>/node_modules node valider.cjs persondokument.schema.json < documents.ndjson
const { readFileSync } = require("node:fs");
const Ajv = require("ajv/dist/2020").default;
const formater = require("ajv-formats").default;

// The register knows every member, so an unknown one is a fault here although readers must bear it.
const lukk = (node) => {
  if (node && typeof node === "object") {
    if (node.type === "object" && node.properties) node.additionalProperties = false;
    Object.values(node).forEach(lukk);
  }
};
const skjema = JSON.parse(readFileSync(process.argv[2], "utf8"));
lukk(skjema);
// "required" tells what the register demands of a complete document; what is named here may be cut from an answer.
for (const sti of process.argv.slice(3)) {
  const [type, felt] = sti.split(".");
  const uten = skjema.$defs[type].required.filter((navn) => navn !== felt);
  if (uten.length === skjema.$defs[type].required.length) throw new Error(`${sti} is not required`);
  skjema.$defs[type].required = uten;
}
const ajv = new Ajv({ allErrors: true, strict: false });
formater(ajv);
const gyldig = ajv.compile(skjema);
let feil = 0;
readFileSync(0, "utf8").split("\n").filter(Boolean).forEach((linje, nr) => {
  if (!gyldig(JSON.parse(linje))) {
    feil++;
    console.log(`${nr + 1}: ${ajv.errorsText(gyldig.errors)}`);
  }
});
process.exit(feil === 0 ? 0 : 1);
