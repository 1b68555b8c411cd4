import Glibc

/// The folder where uploads are written as they come.
public enum SpoolFolder {
  /// Removes what a program that was killed left behind.
  ///
  /// Files written to within the last hour stay: another process may be taking them in just now.
  public static func clear(_ folder: String, olderThan seconds: Int = 3600) {
    guard let listing = opendir(folder) else { return }
    defer { closedir(listing) }
    let now = time(nil)
    while let entry = readdir(listing) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      guard name.hasPrefix(SpoolFile.prefix) else { continue }
      let path = "\(folder)/\(name)"
      var status = stat()
      guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
        now - status.st_mtim.tv_sec >= seconds
      else { continue }
      unlink(path)
    }
  }
}
