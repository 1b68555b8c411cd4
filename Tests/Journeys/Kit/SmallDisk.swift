import Glibc
import Kernel
import TestKit

/// A small disk in memory that a journey fills; only root can make one.
final class SmallDisk {
  private let folder: String
  private let name: String

  /// Whether one can be made: tried once.
  static let canBeMade: Bool = {
    guard geteuid() == 0, let folder = try? TemporaryFolder() else { return false }
    defer { folder.remove() }
    guard mounted(folder.path, "size=64k") else { return false }
    umount2(folder.path, Int32(MNT_DETACH))
    return true
  }()

  init(kilobytes: Int) throws {
    folder = try TemporaryFolder.ofCase().path
    name = "\(folder)/disk"
    mkdir(name, 0o700)
    guard SmallDisk.mounted(name, "size=\(kilobytes)k") else {
      throw TestKitProblem.notStarted("mount", errno)
    }
  }

  deinit { umount2(name, Int32(MNT_DETACH)) }

  /// The program with its database and its sealed files on the disk.
  func program() throws -> Program {
    var program = try Program()
    program.address = "sqlite:\(name)/hamlet.sqlite"
    program.environment["HAMLET_DATABASE"] = program.address
    program.environment["HAMLET_FILES"] = "\(name)/files"
    return program
  }

  /// Makes it larger.
  func grow(kilobytes: Int) {
    mount(nil, name, nil, UInt(MS_REMOUNT), "size=\(kilobytes)k")
  }

  /// Leaves no more than a few pages free.
  func fill() throws {
    guard let file = fopen("\(name)/ballast", "w") else { return }
    defer { fclose(file) }
    let block = [UInt8](repeating: 1, count: 4096)
    while fwrite(block, 1, block.count, file) == block.count, fflush(file) == 0 {}
  }

  /// Makes room again.
  func empty() { unlink("\(name)/ballast") }

  private static func mounted(_ path: String, _ options: String) -> Bool {
    mount("none", path, "tmpfs", 0, options) == 0
  }
}
