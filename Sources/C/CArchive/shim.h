#pragma once
#include <archive.h>
#include <archive_entry.h>

static inline int hamlet_is_file(struct archive_entry *e) {
  return archive_entry_filetype(e) == AE_IFREG && archive_entry_hardlink(e) == NULL;
}
static inline int hamlet_is_folder(struct archive_entry *e) {
  return archive_entry_filetype(e) == AE_IFDIR;
}
static inline int hamlet_is_bare(struct archive *a) {
  return archive_format(a) == ARCHIVE_FORMAT_RAW;
}
