// Avro types by the id that records bear, from a registry with the Confluent API.
import avro from 'avsc';

/** Counts are 64 bits wide: beyond 2^53 they stay exact as BigInt. */
const exactLong = avro.types.LongType.__with({
  fromBuffer: (buffer) => shrink(buffer.readBigInt64LE()),
  toBuffer: (value) => {
    const buffer = Buffer.alloc(8);
    buffer.writeBigInt64LE(BigInt(value));
    return buffer;
  },
  fromJSON: (value) => shrink(BigInt(value)),
  toJSON: Number,
  isValid: (value) => typeof value === 'bigint' || Number.isSafeInteger(value),
  compare: (a, b) => (a < b ? -1 : a > b ? 1 : 0),
});

function shrink(value) {
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : value;
}

class TimestampMillis extends avro.types.LogicalType {
  _fromValue(millis) {
    return new Date(Number(millis));
  }

  _toValue(date) {
    return date.getTime();
  }
}

/** Money: an integer of any size, in minor units. */
class Decimal extends avro.types.LogicalType {
  _fromValue(bytes) {
    return BigInt.asIntN(8 * bytes.length, BigInt(`0x${bytes.toString('hex') || '0'}`));
  }
}

export class Registry {
  #url;
  #types = new Map();

  constructor(url) {
    this.#url = url.replace(/\/$/, '');
  }

  /** Returns the value of a record in Confluent framing: 00, the id in four bytes, the Avro body. */
  async decode(bytes) {
    if (bytes.length < 5 || bytes[0] !== 0) {
      throw new Error(`not in Confluent framing: begins with ${bytes.subarray(0, 4).toString('hex')}`);
    }
    const id = bytes.readInt32BE(1);
    if (!this.#types.has(id)) {
      this.#types.set(id, await this.#fetch(id));
    }
    return this.#types.get(id).fromBuffer(bytes.subarray(5));
  }

  async #fetch(id) {
    const response = await fetch(`${this.#url}/schemas/ids/${id}`).catch((problem) => {
      throw new Error(`no schema registry answers at ${this.#url}: ${problem.cause?.message ?? problem.message}`);
    });
    if (!response.ok) {
      throw new Error(`${this.#url} has no schema of id ${id}: HTTP ${response.status}`);
    }
    const { schema } = await response.json();
    return avro.Type.forSchema(JSON.parse(schema), {
      logicalTypes: { 'timestamp-millis': TimestampMillis, decimal: Decimal },
      typeHook: (described) => (described === 'long' ? exactLong : undefined),
      wrapUnions: 'never',
    });
  }
}
