#ifndef CSIMDJSON_H
#define CSIMDJSON_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

// simdjson's DOM is a tape of 64-bit words beside a buffer of strings; its layout is documented
// (simdjson, doc/tape.md). C++ parses and owns it; the functions below walk it, inlined in Swift.
// A word holds a type letter in its top 8 bits and a payload in the other 56.

#ifdef __cplusplus
extern "C" {
#endif

typedef struct vsj_parser vsj_parser;

/// Parses `length` bytes; `capacity` is what may be read behind them (simdjson wants 64 more).
/// Returns NULL and sets `problem` (a static text) on failure.
vsj_parser *vsj_parse(const uint8_t *bytes, size_t length, size_t capacity, const char **problem);
void vsj_free(vsj_parser *parser);
const uint64_t *vsj_tape(const vsj_parser *parser);
const uint8_t *vsj_strings(const vsj_parser *parser);

#ifdef __cplusplus
}
#endif

static inline uint8_t vsj_type(const uint64_t *tape, size_t index) {
  return (uint8_t)(tape[index] >> 56);
}

static inline uint64_t vsj_payload(const uint64_t *tape, size_t index) {
  return tape[index] & 0x00FFFFFFFFFFFFFFull;
}

/// The index of the value behind this one.
static inline size_t vsj_after(const uint64_t *tape, size_t index) {
  switch (vsj_type(tape, index)) {
  case '{':
  case '[':
    return (size_t)(uint32_t)vsj_payload(tape, index);
  case 'l':
  case 'u':
  case 'd':
    return index + 2;
  default:
    return index + 1;
  }
}

/// The bytes of the string at `index`: a 32-bit length, then UTF-8, then a zero.
static inline const uint8_t *vsj_string(const uint64_t *tape, const uint8_t *strings, size_t index,
                                        size_t *length) {
  const uint8_t *entry = strings + vsj_payload(tape, index);
  uint32_t count;
  memcpy(&count, entry, sizeof(count));
  *length = count;
  return entry + sizeof(count);
}

/// The value of the first member of the object at `object` with this key, or 0 (the tape's root,
/// which is nobody's member).
static inline size_t vsj_member(const uint64_t *tape, const uint8_t *strings, size_t object,
                                const uint8_t *key, size_t key_length) {
  size_t end = vsj_after(tape, object) - 1;
  size_t index = object + 1;
  while (index < end) {
    size_t length;
    const uint8_t *text = vsj_string(tape, strings, index, &length);
    // Strings end with a zero, so there is a first byte to look at even in an empty one.
    if (length == key_length && (length == 0 || text[0] == key[0]) &&
        memcmp(text, key, length) == 0) {
      return index + 1;
    }
    index = vsj_after(tape, index + 1);
  }
  return 0;
}

#endif
