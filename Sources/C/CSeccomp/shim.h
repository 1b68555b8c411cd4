#pragma once
#include <errno.h>
#include <fcntl.h>
#include <seccomp.h>
#include <stddef.h>
#include <sys/prctl.h>
#include <sys/resource.h>

static inline int hamlet_no_new_privileges(void) {
  return prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
}

/// A filter that allows what no rule refuses.
static inline scmp_filter_ctx hamlet_filter(void) { return seccomp_init(SCMP_ACT_ALLOW); }

/// Refuses a call by name with an error number; a name this machine does not have is no failure.
static inline int hamlet_refuse(scmp_filter_ctx filter, const char *name, int error) {
  int call = seccomp_syscall_resolve_name(name);
  if (call == __NR_SCMP_ERROR) return 0;
  int result = seccomp_rule_add_array(filter, SCMP_ACT_ERRNO(error), call, 0, NULL);
  return result == -EDOM ? 0 : result;
}

/// Refuses a call when an argument has any of the bits of a flag.
static inline int hamlet_refuse_flag(
    scmp_filter_ctx filter, const char *name, unsigned argument, unsigned long flag) {
  int call = seccomp_syscall_resolve_name(name);
  if (call == __NR_SCMP_ERROR) return 0;
  struct scmp_arg_cmp has = {argument, SCMP_CMP_MASKED_EQ, flag, flag};
  int result = seccomp_rule_add_array(filter, SCMP_ACT_ERRNO(EPERM), call, 1, &has);
  return result == -EDOM ? 0 : result;
}

static inline int hamlet_limit(int resource, unsigned long value) {
  struct rlimit limit = {value, value};
  return setrlimit((__rlimit_resource_t)resource, &limit);
}
static inline int hamlet_limit_memory(unsigned long v) { return hamlet_limit(RLIMIT_AS, v); }
static inline int hamlet_limit_seconds(unsigned long v) { return hamlet_limit(RLIMIT_CPU, v); }
static inline int hamlet_limit_files(unsigned long v) { return hamlet_limit(RLIMIT_NOFILE, v); }
static inline int hamlet_limit_writing(void) { return hamlet_limit(RLIMIT_FSIZE, 0); }
static inline int hamlet_limit_cores(void) { return hamlet_limit(RLIMIT_CORE, 0); }
