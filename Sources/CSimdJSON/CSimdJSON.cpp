#include "CSimdJSON.h"

#include <new>
#include <simdjson.h>

struct vsj_parser {
  simdjson::dom::parser dom;
};

extern "C" {

vsj_parser *vsj_parse(const uint8_t *bytes, size_t length, size_t capacity, const char **problem) {
  vsj_parser *parser = new (std::nothrow) vsj_parser;
  if (parser == nullptr) {
    *problem = "out of memory";
    return nullptr;
  }
  // simdjson reads up to SIMDJSON_PADDING bytes past the end; without that room it copies.
  bool copy = capacity < length + simdjson::SIMDJSON_PADDING;
  simdjson::error_code error = parser->dom.parse(bytes, length, copy).error();
  if (error != simdjson::SUCCESS) {
    *problem = simdjson::error_message(error);
    delete parser;
    return nullptr;
  }
  return parser;
}

void vsj_free(vsj_parser *parser) { delete parser; }

const uint64_t *vsj_tape(const vsj_parser *parser) { return parser->dom.doc.tape.get(); }

const uint8_t *vsj_strings(const vsj_parser *parser) { return parser->dom.doc.string_buf.get(); }
}
