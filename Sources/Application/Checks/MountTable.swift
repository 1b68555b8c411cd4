/// The file systems that are mounted, as /proc/self/mountinfo lists them (proc(5)).
struct MountTable {
  /// Mount points with the type of their file system.
  private let mounts: [(point: String, type: String)]

  init(_ text: String) {
    mounts = text.split(separator: "\n").compactMap { line in
      // 36 35 98:0 /root /mnt/point rw,noatime master:1 - ext4 /dev/sda1 rw
      let parts = line.split(separator: " ")
      guard parts.count > 5, let dash = parts.firstIndex(of: "-"), dash + 1 < parts.count
      else { return nil }
      return (MountTable.unescaped(parts[4]), String(parts[dash + 1]))
    }
  }

  /// The type of the file system that holds an absolute path; `nil` where none is listed.
  func type(of path: String) -> String? {
    mounts.filter { holds($0.point, path) }.max { $0.point.utf8.count < $1.point.utf8.count }?.type
  }

  private func holds(_ point: String, _ path: String) -> Bool {
    point == "/" || path == point || path.hasPrefix(point + "/")
  }

  /// Spaces, tabs, line ends and backslashes are written as three octal digits.
  private static func unescaped(_ text: Substring) -> String {
    String(text).replacing("\\040", with: " ").replacing("\\011", with: "\t")
      .replacing("\\012", with: "\n").replacing("\\134", with: "\\")
  }
}
