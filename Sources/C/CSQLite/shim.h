#pragma once
#include <sqlite3.h>

// Variadic in C, which Swift cannot call.
static inline int hamlet_sqlite_forget_memory_statistics(void) {
  return sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
}

static inline int hamlet_sqlite_configure(sqlite3 *_Nonnull db, int option, int value) {
  int result = 0;
  return sqlite3_db_config(db, option, value, &result);
}

// SQLITE_TRANSIENT is a cast macro, which Swift does not see; a null pointer would bind NULL.
static inline int hamlet_sqlite_bind_text(
    sqlite3_stmt *_Nonnull statement, int index, const char *_Nullable text, sqlite3_uint64 count) {
  return sqlite3_bind_text64(
      statement, index, count == 0 ? "" : text, count, SQLITE_TRANSIENT, SQLITE_UTF8);
}

static inline int hamlet_sqlite_bind_blob(
    sqlite3_stmt *_Nonnull statement, int index, const void *_Nullable bytes, sqlite3_uint64 count) {
  if (count == 0) return sqlite3_bind_zeroblob(statement, index, 0);
  return sqlite3_bind_blob64(statement, index, bytes, count, SQLITE_TRANSIENT);
}
