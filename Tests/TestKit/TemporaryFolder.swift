import FoundationEssentials
import Glibc

/// A new empty folder under `TMPDIR` or `/tmp`; whoever makes it removes it.
public struct TemporaryFolder: Sendable {
  /// Where it is.
  public let path: String

  /// Makes the folder.
  public init() throws {
    let parent = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var template = Array("\(parent)/hamlet-test-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw TestKitProblem.noFolder }
    path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  /// A folder that is removed at the end of the test case; the test must carry `.database`.
  public static func ofCase() throws -> TemporaryFolder {
    guard let scope = TestScope.current else { throw TestKitProblem.noTrait }
    let folder = try TemporaryFolder()
    scope.atEnd { folder.remove() }
    return folder
  }

  /// Removes it with all it holds.
  public func remove() { try? FileManager.default.removeItem(atPath: path) }
}
