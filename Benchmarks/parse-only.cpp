// Reads a file and parses it with simdjson's DOM: the least that any reader on it can cost.
#include <cstdio>
#include <simdjson.h>

int main(int count, char **arguments) {
  if (count != 2) return 64;
  simdjson::padded_string text;
  if (simdjson::padded_string::load(arguments[1]).get(text)) return 66;
  simdjson::dom::parser parser;
  simdjson::dom::element root;
  if (auto error = parser.parse(text).get(root)) {
    std::fprintf(stderr, "%s\n", simdjson::error_message(error));
    return 65;
  }
  return root.is_array() || root.is_object() ? 0 : 65;
}
