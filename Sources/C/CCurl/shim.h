#pragma once
#include <curl/curl.h>

// curl_easy_setopt and curl_easy_getinfo are variadic, which Swift cannot call.
typedef size_t (*hamlet_curl_piece)(char *bytes, size_t size, size_t count, void *context);

static inline CURLcode hamlet_curl_set_text(CURL *easy, CURLoption option, const char *text) {
  return curl_easy_setopt(easy, option, text);
}
static inline CURLcode hamlet_curl_set_number(CURL *easy, CURLoption option, long number) {
  return curl_easy_setopt(easy, option, number);
}
static inline CURLcode hamlet_curl_set_list(CURL *easy, CURLoption option, struct curl_slist *list) {
  return curl_easy_setopt(easy, option, list);
}
static inline CURLcode hamlet_curl_set_source(CURL *easy, hamlet_curl_piece read, void *context) {
  CURLcode code = curl_easy_setopt(easy, CURLOPT_READFUNCTION, read);
  return code ? code : curl_easy_setopt(easy, CURLOPT_READDATA, context);
}
static inline CURLcode hamlet_curl_set_sink(CURL *easy, hamlet_curl_piece write, void *context) {
  CURLcode code = curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, write);
  return code ? code : curl_easy_setopt(easy, CURLOPT_WRITEDATA, context);
}
static inline long hamlet_curl_status(CURL *easy) {
  long status = 0;
  curl_easy_getinfo(easy, CURLINFO_RESPONSE_CODE, &status);
  return status;
}
