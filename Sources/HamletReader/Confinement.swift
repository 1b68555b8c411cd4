import CSeccomp
import Glibc

/// The walls around the reader, put up before it looks at a file.
///
/// Limits of memory, processor time and open files; no file written, no core; no new rights; and a
/// filter that refuses sockets, new processes, tracing and opening for writing.
struct Confinement {
  var memoryBytes: UInt = 1 << 30
  var seconds: UInt = 60
  /// Whether another program may take this one's place, behind the same walls.
  var allowsExecution = false
  private static let files: UInt = 32
  /// Address space above which the program was built with a sanitizer, which needs terabytes.
  private static let sanitizerPages = 1 << 28

  func enter() throws(Unreadable) {
    // A file size of none must not end the program when it writes to a log.
    signal(SIGXFSZ, SIG_IGN)
    let hasFilter = loadFilter()
    var results = [
      hamlet_limit_seconds(seconds), hamlet_limit_files(Self.files), hamlet_limit_cores(),
      hamlet_no_new_privileges(),
    ]
    if !isSanitized { results.append(hamlet_limit_memory(memoryBytes)) }
    guard results.allSatisfy({ $0 == 0 }), hasFilter else {
      say("hamlet-reader: the limits or the filter of system calls cannot be set here.")
      guard unsafe getenv("HAMLET_READER_UNCONFINED").map({ unsafe String(cString: $0) }) == "1"
      else { throw Unreadable(reason: .unconfined) }
      return
    }
    guard hamlet_limit_writing() == 0 else { throw Unreadable(reason: .unconfined) }
  }

  private var isSanitized: Bool {
    guard let file = unsafe fopen("/proc/self/statm", "r") else { return false }
    defer { unsafe fclose(file) }
    var line = [CChar](repeating: 0, count: 256)
    guard unsafe fgets(&line, Int32(line.count), file) != nil else { return false }
    return unsafe strtol(line, nil, 10) > Self.sanitizerPages
  }

  private func loadFilter() -> Bool {
    guard let filter = unsafe hamlet_filter() else { return false }
    defer { unsafe seccomp_release(filter) }
    let refused = allowsExecution ? Self.refused : Self.refused + Self.execution
    for call in refused where unsafe hamlet_refuse(filter, call, EPERM) != 0 { return false }
    // Libraries fall back to the older calls, whose flags can be looked at.
    for call in Self.absent where unsafe hamlet_refuse(filter, call, ENOSYS) != 0 { return false }
    for flag in [O_WRONLY, O_RDWR, O_CREAT, O_TRUNC] {
      let bits = UInt(flag)
      guard unsafe hamlet_refuse_flag(filter, "open", 1, bits) == 0,
        unsafe hamlet_refuse_flag(filter, "openat", 2, bits) == 0
      else { return false }
    }
    return unsafe seccomp_load(filter) == 0
  }

  private static let absent = ["clone3", "openat2", "io_uring_setup"]
  private static let execution = ["execve", "execveat"]
  private static let refused = [
    "socket", "socketpair", "connect", "bind", "listen", "accept", "accept4", "sendto", "sendmsg",
    "fork", "vfork", "clone", "ptrace", "process_vm_readv",
    "process_vm_writev", "kill", "tkill", "pidfd_open", "pidfd_send_signal", "creat", "unlink",
    "unlinkat", "rename", "renameat", "renameat2", "mkdir", "mkdirat", "rmdir", "link", "linkat",
    "symlink", "symlinkat", "mknod", "mknodat", "truncate", "ftruncate", "chmod", "fchmod",
    "fchmodat", "chown", "fchown", "lchown", "fchownat", "mount", "umount2", "chroot",
    "pivot_root", "unshare", "setns", "bpf", "perf_event_open", "userfaultfd", "keyctl",
    "add_key", "request_key", "memfd_create", "open_by_handle_at",
  ]
}
