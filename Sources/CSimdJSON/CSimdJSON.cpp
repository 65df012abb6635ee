#include "CSimdJSON.h"

#include <new>
#include <simdjson.h>
#include <sys/mman.h>

struct vsj_parser {
  simdjson::dom::parser dom;
};

namespace {

// Asks for large pages: first touches of small ones cost more than the parsing itself.
void prefer_large_pages(void *start, size_t length) {
  const uintptr_t size = 2u << 20;
  uintptr_t begin = (reinterpret_cast<uintptr_t>(start) + size - 1) & ~(size - 1);
  uintptr_t end = (reinterpret_cast<uintptr_t>(start) + length) & ~(size - 1);
  if (begin < end) madvise(reinterpret_cast<void *>(begin), end - begin, MADV_HUGEPAGE);
}

// Makes room for a large document beforehand, the sizes being simdjson's own (document-inl.h).
void reserve(simdjson::dom::parser &dom, size_t length) {
  if (length < (4u << 20)) return;
  if (dom.allocate(length) != simdjson::SUCCESS) return;
  if (dom.doc.allocate(length) != simdjson::SUCCESS) return;
  prefer_large_pages(dom.doc.tape.get(), length * sizeof(uint64_t));
  prefer_large_pages(dom.doc.string_buf.get(), length + length / 2);
}

} // namespace

extern "C" {

vsj_parser *vsj_parse(const uint8_t *bytes, size_t length, size_t capacity, const char **problem) {
  vsj_parser *parser = new (std::nothrow) vsj_parser;
  if (parser == nullptr) {
    *problem = "out of memory";
    return nullptr;
  }
  reserve(parser->dom, length);
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
