import Glibc

/// Real files, where there are any: under `HAMLET_TEST_DATA`, or `../shared/data` beside the
/// project.
enum RealData {
  /// A folder of them; `nil` where it is absent.
  static func folder(_ name: String) -> String? {
    let project = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    let path =
      getenv("HAMLET_TEST_DATA").map { String(cString: $0) } ?? "/\(project)/../shared/data"
    return access("\(path)/\(name)", R_OK) == 0 ? "\(path)/\(name)" : nil
  }
}
