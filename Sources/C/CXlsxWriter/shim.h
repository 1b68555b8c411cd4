#pragma once
#include <sys/syscall.h>
#include <unistd.h>
#include <xlsxwriter.h>

/// A file in memory without a name, closed on exec; negative when there is none.
static inline int hamlet_memory_file(void) {
  return (int)syscall(SYS_memfd_create, "workbook", 1u /* MFD_CLOEXEC */);
}
