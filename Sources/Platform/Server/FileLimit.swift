import Glibc

/// Raises the number of files this process may hold open, as far as the system lets it.
///
/// Each connection is one; the usual 1024 would be reached before the cap on connections.
func allowOpenFiles(_ count: Int) {
  var limit = rlimit()
  guard unsafe getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else { return }
  guard limit.rlim_cur < UInt(count) else { return }
  limit.rlim_cur = min(UInt(count), limit.rlim_max)
  unsafe setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
}
