// libcurl's options and answers are variadic, which Swift cannot call: one function a type.
#ifndef VIGIL_CURL_SHIM_H
#define VIGIL_CURL_SHIM_H

#include <curl/curl.h>

static inline CURLcode vigil_curl_set_number(CURL *easy, CURLoption option, long value) {
  return curl_easy_setopt(easy, option, value);
}

static inline CURLcode vigil_curl_set_offset(CURL *easy, CURLoption option, curl_off_t value) {
  return curl_easy_setopt(easy, option, value);
}

static inline CURLcode vigil_curl_set_text(CURL *easy, CURLoption option, const char *value) {
  return curl_easy_setopt(easy, option, value);
}

static inline CURLcode vigil_curl_set_pointer(CURL *easy, CURLoption option, void *value) {
  return curl_easy_setopt(easy, option, value);
}

static inline CURLcode vigil_curl_set_list(CURL *easy, CURLoption option,
                                           struct curl_slist *value) {
  return curl_easy_setopt(easy, option, value);
}

static inline CURLcode vigil_curl_set_callback(CURL *easy, CURLoption option,
                                               curl_write_callback value) {
  return curl_easy_setopt(easy, option, value);
}

static inline CURLcode vigil_curl_get_number(CURL *easy, CURLINFO info, long *value) {
  return curl_easy_getinfo(easy, info, value);
}

static inline CURLcode vigil_curl_get_offset(CURL *easy, CURLINFO info, curl_off_t *value) {
  return curl_easy_getinfo(easy, info, value);
}

static inline CURLMcode vigil_curl_multi_set_number(CURLM *multi, CURLMoption option,
                                                    long value) {
  return curl_multi_setopt(multi, option, value);
}

#endif
