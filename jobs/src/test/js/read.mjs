// Reads Parquet files with hyparquet, a reader that is not on the JVM. For each pair of arguments IN OUT, writes OUT:
// the columns with their types on the first line, then a line a row, as JSON that any other reader can write too.
import { writeFileSync } from 'node:fs'
import { asyncBufferFromFile, parquetMetadataAsync, parquetReadObjects, parquetSchema } from 'hyparquet'
import { compressors } from 'hyparquet-compressors'

function typeOf(node) {
    const { element, children } = node
    if (element.logical_type?.type === 'LIST' || element.converted_type === 'LIST') {
        return `${typeOf(children[0].children[0])}[]`
    }
    if (children.length > 0) {
        return `STRUCT(${children.map(child => `${child.element.name} ${typeOf(child)}`).join(', ')})`
    }
    const kind = element.logical_type?.type ?? element.converted_type ?? element.type
    if (kind === 'DECIMAL') {
        return `DECIMAL(${element.precision},${element.scale})`
    }
    if (kind === 'INTEGER' || kind === 'INT_32' || kind === 'INT_64') {
        return element.type === 'INT64' ? 'BIGINT' : 'INTEGER'
    }
    const names = { STRING: 'VARCHAR', UTF8: 'VARCHAR', DATE: 'DATE', BOOLEAN: 'BOOLEAN' }
    return names[kind] ?? `unexpected ${kind}`
}

function valueOf(value, node) {
    if (value === null || value === undefined) {
        return null
    }
    const { element, children } = node
    if (Array.isArray(value)) {
        return value.map(item => valueOf(item, children[0].children[0]))
    }
    if (children.length > 0) {
        return children.map(child => valueOf(value[child.element.name], child))
    }
    if (value instanceof Date) {
        return value.toISOString().slice(0, 10)
    }
    return element.scale > 0 ? value.toFixed(element.scale) : String(value)
}

async function dump(input, output) {
    const file = await asyncBufferFromFile(input)
    const metadata = await parquetMetadataAsync(file)
    const columns = parquetSchema(metadata).children
    const lines = [JSON.stringify(columns.map(column => [column.element.name, typeOf(column)]))]
    for (const row of await parquetReadObjects({ file, metadata, compressors })) {
        lines.push(JSON.stringify(columns.map(column => valueOf(row[column.element.name], column))))
    }
    writeFileSync(output, lines.join('\n') + '\n')
}

const files = process.argv.slice(2)
for (let index = 0; index < files.length; index += 2) {
    await dump(files[index], files[index + 1])
}
