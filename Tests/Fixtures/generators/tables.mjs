// A generator for the tests: writes the tables and their columns as a JavaScript module.
import { mkdirSync, writeFileSync } from 'node:fs'
import { createInterface } from 'node:readline'

const handlers = {
  getManifest: () => ({
    manifest: { prettyName: 'Tables', version: '1.2.3', defaultOutput: 'tables' },
  }),
  generate({ generator, dmmf }) {
    const tables = dmmf.datamodel.models.map(({ name, dbName, fields }) => [
      dbName ?? name,
      fields.filter((field) => field.kind !== 'object').map((field) => field.dbName ?? field.name),
    ])
    if (generator.config.fail) throw new Error(`told to fail: ${generator.config.fail}`)
    console.log(`${tables.length} tables`)
    mkdirSync(generator.output.value, { recursive: true })
    const text = `export default ${JSON.stringify(Object.fromEntries(tables))}\n`
    writeFileSync(`${generator.output.value}/tables.mjs`, text)
    return null
  },
}

for await (const line of createInterface({ input: process.stdin })) {
  const { id, method, params } = JSON.parse(line)
  const answer = { jsonrpc: '2.0', id }
  try {
    answer.result = handlers[method](params)
  } catch (error) {
    answer.error = { code: -32000, message: error.message, data: { stack: error.stack } }
  }
  console.error(JSON.stringify(answer))
}
