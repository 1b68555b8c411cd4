import Glibc
import HTTP
import TestKit
import Testing

@Suite("The folder of uploads")
struct SpoolFolderTests {
  @Test("loses what a killed program left, and nothing else")
  func clear() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let names = ["hamlet-upload-old", "hamlet-upload-new", "waiting-for-its-job"]
    for name in names { fclose(fopen("\(folder.path)/\(name)", "w")) }
    let long = timeval(tv_sec: time(nil) - 7200, tv_usec: 0)
    for name in [names[0], names[2]] { utimes("\(folder.path)/\(name)", [long, long]) }
    SpoolFolder.clear(folder.path)
    #expect(names.map { access("\(folder.path)/\($0)", F_OK) == 0 } == [false, true, true])
  }

  @Test("need not be there")
  func absent() { SpoolFolder.clear("/nowhere/at/all") }
}
