import Access
import Commands
import Database
import Design
import FeatureKit
import FoundationEssentials
import HTTP
import Kernel
import Partnership
import TestKit

@testable import Casework

extension CaseworkFixture {
  var evidence: EvidenceStore { EvidenceStore(services) }

  /// The answer to somebody who works with evidence.
  @discardableResult
  func evidence(
    _ path: String, as role: Role = .officer, form: [(String, String)]? = nil,
    files: [UploadedFile] = []
  ) throws -> Response? {
    try services.answer(try Request(path, form: form, files: files), Self.actor(role)) {
      try EvidenceHandlers(visit: $0).respond()
    }
  }

  /// Its status; 404 where the page is not there for them.
  func evidenceStatus(
    _ path: String, as role: Role = .officer, form: [(String, String)]? = nil
  ) throws -> Int {
    try FeatureKit.status { try evidence(path, as: role, form: form) }
  }

  /// A file of a form.
  static func upload(_ bytes: [UInt8], name: String = "planted.jpg") throws -> UploadedFile {
    let path = try TemporaryFolder.ofCase().path + "/upload"
    try Data(bytes).write(to: URL(filePath: path))
    return UploadedFile(field: "evidence", name: name, path: path, size: bytes.count)
  }

  /// Adds a file to a case; its id.
  func addEvidence(
    _ file: Reference, _ bytes: [UInt8] = photo, _ form: [(String, String)] = []
  ) throws -> ID<EvidenceFile> {
    try evidence(
      "/evidence/add/\(file)", form: [("description", "Broken door, Planted")] + form,
      files: [Self.upload(bytes)])
    return try newest().id
  }

  func newest() throws -> EvidenceFile {
    let found = try database.read { read in
      try read.first("SELECT id FROM evidence ORDER BY id DESC LIMIT 1") { row in
        try row.id(EvidenceFile.self)
      }
    }
    return try file(found ?? ID(0))
  }

  func file(_ id: ID<EvidenceFile>) throws -> EvidenceFile {
    let found = try database.read { try evidence.find(id, $0) }
    guard let found else { throw EvidenceProblem.notFound }
    return found
  }

  /// The names of the files in the vault.
  func vaultNames() -> [String] {
    (try? FileManager.default.contentsOfDirectory(atPath: services.settings.files))?.sorted() ?? []
  }

  /// A JPEG of one grey point, with a place and a device planted in it.
  static let photo: [UInt8] = SyntheticPhoto.bytes
}

extension Response {
  /// What is sent of a sealed file.
  var streamed: [UInt8] {
    guard case .stream(_, let next) = body else { return [] }
    var bytes: [UInt8] = []
    while let piece = next() { bytes += piece }
    return bytes
  }
}

/// How a command of the feature ended.
func run(
  _ fixture: CaseworkFixture, _ arguments: [String]
) -> (status: Int32, output: String, messages: String) {
  let (console, record) = Console.recorded()
  let program = Program(
    name: "hamlet", summary: "", version: "", commands: Casework.feature.commands)
  let status = program.run(arguments, console: console) { _ in fixture.services }
  return (status.rawValue, record.output, record.messages)
}
