#pragma once
#include <libpq-fe.h>

// Character constants and macros of postgres_ext.h, which Swift sees as other types or not at all.
static inline const char *_Nullable hamlet_pg_state(const PGresult *_Nullable result) {
  return PQresultErrorField(result, PG_DIAG_SQLSTATE);
}

static inline const char *_Nullable hamlet_pg_message(const PGresult *_Nullable result) {
  return PQresultErrorField(result, PG_DIAG_MESSAGE_PRIMARY);
}

static inline void hamlet_pg_ignore(void *_Nullable argument, const PGresult *_Nullable result) {
  (void)argument;
  (void)result;
}

// Notices would go to standard error.
static inline void hamlet_pg_silence(PGconn *_Nonnull connection) {
  PQsetNoticeReceiver(connection, hamlet_pg_ignore, NULL);
}

// The address is a connection string or URL; what else is wanted of every connection is added.
static inline PGconn *_Nullable hamlet_pg_connect(const char *_Nonnull address) {
  const char *keywords[] = {"dbname", "client_encoding", "fallback_application_name",
                            "connect_timeout", NULL};
  const char *values[] = {address, "UTF8", "hamlet", "5", NULL};
  return PQconnectdbParams(keywords, values, 1);
}

static inline int hamlet_pg_readable(const char *_Nonnull address) {
  PQconninfoOption *options = PQconninfoParse(address, NULL);
  if (options == NULL) return 0;
  PQconninfoFree(options);
  return 1;
}
