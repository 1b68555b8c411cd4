#pragma once
#include <stdarg.h>
#include <sys/socket.h>
#include <microhttpd.h>

/* MHD_start_daemon takes its options as variadic arguments, which Swift cannot pass. */

struct hamlet_daemon_options {
  int listen_socket;
  unsigned int threads;
  unsigned int connections;
  size_t connection_memory;
  MHD_AccessHandlerCallback _Nonnull answer;
  MHD_RequestCompletedCallback _Nonnull completed;
  MHD_NotifyConnectionCallback _Nonnull connection;
  void *_Nullable (*_Nonnull target)(void *_Nullable, const char *_Nonnull,
                                     struct MHD_Connection *_Nonnull);
  void *_Nonnull context;
};

/* MHD's own inactivity timer is off: deadlines are the caller's. SIGPIPE is the caller's too. */
static inline struct MHD_Daemon *_Nullable
hamlet_start(const struct hamlet_daemon_options *_Nonnull o) {
  struct MHD_OptionItem pool[2] = {{MHD_OPTION_THREAD_POOL_SIZE, (intptr_t)o->threads, NULL},
                                   {MHD_OPTION_END, 0, NULL}};
  struct MHD_OptionItem none[1] = {{MHD_OPTION_END, 0, NULL}};
  return MHD_start_daemon(
      MHD_USE_INTERNAL_POLLING_THREAD | MHD_USE_EPOLL | MHD_ALLOW_SUSPEND_RESUME | MHD_USE_ITC,
      0, NULL, NULL, o->answer, o->context,
      MHD_OPTION_LISTEN_SOCKET, o->listen_socket,
      MHD_OPTION_CONNECTION_LIMIT, o->connections,
      MHD_OPTION_CONNECTION_MEMORY_LIMIT, o->connection_memory,
      MHD_OPTION_CONNECTION_TIMEOUT, 0u,
      MHD_OPTION_STRICT_FOR_CLIENT, 1,
      MHD_OPTION_SIGPIPE_HANDLED_BY_APP, 1,
      MHD_OPTION_NOTIFY_COMPLETED, o->completed, o->context,
      MHD_OPTION_NOTIFY_CONNECTION, o->connection, o->context,
      MHD_OPTION_URI_LOG_CALLBACK, o->target, o->context,
      MHD_OPTION_ARRAY, o->threads > 1 ? pool : none,
      MHD_OPTION_END);
}

/* Members of the union MHD_ConnectionInfo by the kind that was asked for. */

static inline int hamlet_socket(struct MHD_Connection *_Nonnull c) {
  const union MHD_ConnectionInfo *i =
      MHD_get_connection_info(c, MHD_CONNECTION_INFO_CONNECTION_FD);
  return i ? i->connect_fd : -1;
}

static inline void *_Nullable hamlet_socket_context(struct MHD_Connection *_Nonnull c) {
  const union MHD_ConnectionInfo *i =
      MHD_get_connection_info(c, MHD_CONNECTION_INFO_SOCKET_CONTEXT);
  return i ? i->socket_context : NULL;
}

static inline const struct sockaddr *_Nullable
hamlet_client_address(struct MHD_Connection *_Nonnull c) {
  const union MHD_ConnectionInfo *i =
      MHD_get_connection_info(c, MHD_CONNECTION_INFO_CLIENT_ADDRESS);
  return i ? i->client_addr : NULL;
}
