import Foundation
import TestKit

/// A server of `Fixtures` in a process of its own, stopped with the test case.
struct StandIn {
  let port: UInt16
  let folder: String
  private let child: Child

  /// Where the Python of the tests is; without it the real servers are not tested, and that is said.
  static let python: String? = {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let path = root.path + "/.venv/bin/python"
    guard FileManager.default.isExecutableFile(atPath: path) else {
      FileHandle.standardError.write(
        Data("Mail and Notify are tested without their servers: run scripts/venv test\n".utf8))
      return nil
    }
    return path
  }()

  init(_ script: String, _ arguments: [String], folder: String) throws {
    let fixtures = URL(filePath: #filePath).deletingLastPathComponent().path + "/Fixtures/"
    let child = try Child(
      [StandIn.python ?? "/usr/bin/python3", fixtures + script] + arguments, environment: [:],
      folder: try TemporaryFolder.ofCase().path)
    guard eventually({ child.output.hasSuffix("\n") || child.hasEnded }),
      let port = UInt16(child.output.filter(\.isNumber))
    else { throw NotStarted() }
    self.child = child
    self.port = port
    self.folder = folder
  }

  struct NotStarted: Error {}

  /// Stops it.
  func stop() {
    child.signal(SIGKILL)
  }

  /// The messages the mail server took, in order.
  var messages: [String] {
    var found: [String] = []
    while let data = FileManager.default.contents(atPath: "\(folder)/message-\(found.count + 1)") {
      found.append(String(decoding: data, as: UTF8.self))
    }
    return found
  }

  /// Makes a certificate for this machine's own address, good for a day: certificate and key.
  static func certificate(in folder: String) throws -> (certificate: String, key: String) {
    let paths = (certificate: folder + "/certificate.pem", key: folder + "/key.pem")
    let openssl = try Child(
      [
        "/usr/bin/openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt",
        "ec_paramgen_curve:prime256v1", "-nodes", "-days", "1", "-subj", "/CN=127.0.0.1", "-addext",
        "subjectAltName=IP:127.0.0.1", "-keyout", paths.key, "-out", paths.certificate,
      ], environment: [:], folder: folder)
    guard openssl.wait() == 0 else { throw NotStarted() }
    return paths
  }
}
