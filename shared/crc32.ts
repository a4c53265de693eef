/** The reversed polynomial of CRC-32 (ISO 3309, as in zip and PNG). */
const POLYNOMIAL = 0xedb88320;

/** CRC-32 of some bytes, as an unsigned number. */
export function crc32(bytes: Uint8Array): number {
  let rest = 0xffffffff;
  for (const byte of bytes) {
    rest ^= byte;
    for (let bit = 0; bit < 8; bit += 1) rest = rest & 1 ? (rest >>> 1) ^ POLYNOMIAL : rest >>> 1;
  }
  return ~rest >>> 0;
}
