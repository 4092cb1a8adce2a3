#!/usr/bin/env node
// Prints the records of a market's topics as JSON lines.
import { randomUUID } from 'node:crypto';
import { parseArgs } from 'node:util';
import kafkajs from 'kafkajs';
import lz4 from 'lz4js';
import { Registry } from './registry.mjs';

const HELP = `Prints the records of a market's topics as JSON lines, from the beginning.

  node reader.mjs --bootstrap HOST:PORT --registry URL [--topic NAME]... [--count N] [--idle SECONDS]

  --bootstrap  Kafka brokers, comma-separated; default 127.0.0.1:9092
  --registry   schema registry; default http://127.0.0.1:8085, that of ./afm run
  --topic      topic to read; default afm.prices; may be given more than once
  --count      ends after so many records
  --idle       ends when no record has come for so many seconds

Times are ISO 8601 in UTC, money and counts beyond 2^53 are text.`;

const { CompressionCodecs, CompressionTypes, Kafka, logLevel } = kafkajs;

// The market compresses with LZ4, which kafkajs leaves to others.
CompressionCodecs[CompressionTypes.LZ4] = () => ({
  compress: async (encoder) => Buffer.from(lz4.compress(encoder.buffer)),
  decompress: async (buffer) => Buffer.from(lz4.decompress(buffer)),
});

function options() {
  try {
    return parseArgs({
      options: {
        bootstrap: { type: 'string', default: '127.0.0.1:9092' },
        registry: { type: 'string', default: 'http://127.0.0.1:8085' },
        topic: { type: 'string', multiple: true, default: ['afm.prices'] },
        count: { type: 'string' },
        idle: { type: 'string' },
        help: { type: 'boolean', default: false },
      },
    }).values;
  } catch (problem) {
    console.error(`reader: ${problem.message}\n\n${HELP}`);
    process.exit(2);
  }
}

function positive(name, text) {
  if (text === undefined) {
    return Infinity;
  }
  if (!(Number(text) > 0)) {
    console.error(`reader: --${name} must be a positive number, was ${text}`);
    process.exit(2);
  }
  return Number(text);
}

async function read({ bootstrap, registry, topic, count, idle }) {
  const most = positive('count', count);
  const patience = positive('idle', idle);
  const kafka = new Kafka({ brokers: bootstrap.split(','), logLevel: logLevel.NOTHING, retry: { retries: 3 } });
  const schemas = new Registry(registry);
  const consumer = kafka.consumer({ groupId: `reader-${randomUUID()}` });
  let records = 0;
  let last = Date.now();
  let end;
  const ended = new Promise((resolve, reject) => {
    end = { resolve, reject };
  });
  await consumer.connect();
  await consumer.subscribe({ topics: topic, fromBeginning: true });
  await consumer.run({
    autoCommit: false,
    eachMessage: async ({ topic: name, partition, message }) => {
      last = Date.now();
      if (message.value === null || records >= most) {
        return; // Heartbeats of the input topics have no value.
      }
      try {
        const value = await schemas.decode(message.value);
        const { key, offset } = message;
        print({ topic: name, partition, offset, key: key && key.toString(), value });
      } catch (problem) {
        end.reject(new Error(`${name}-${partition}@${message.offset}: ${problem.message}`));
        return;
      }
      if (++records >= most) {
        end.resolve();
      }
    },
  });
  const watch = setInterval(() => Date.now() - last > patience * 1000 && end.resolve(), 200);
  try {
    await ended;
  } finally {
    clearInterval(watch);
    await consumer.disconnect();
  }
}

function print(record) {
  console.log(JSON.stringify(record, (_, value) => (typeof value === 'bigint' ? value.toString() : value)));
}

const given = options();
if (given.help) {
  console.log(HELP);
} else {
  try {
    await read(given);
  } catch (problem) {
    console.error(`reader: ${problem.message}`);
    process.exit(1);
  }
}
