internal import Database
internal import Kernel
internal import Partnership
internal import Secrets

/// Made-up documents beside some of the made-up cases: most may be opened, some wait.
enum EvidenceDemonstration {
  private static let cases = 12
  private static let descriptions = [
    "Diary sheets for two weeks, filled in by hand", "Letter from the neighbours",
    "List of visits by the warden", "Record of noise heard from the stairs",
  ]

  static func make(_ world: World, _ services: Services) throws {
    let (store, vault) = (EvidenceStore(services), EvidenceVault(services.settings))
    let now = London.instant(world.today, minute: 11 * 60)
    let officer = try services.database.read { read in
      try services.people.people([.officer], read).first?.id
    }
    try services.database.bulkWrite { write in
      let files = try write.all(
        "SELECT id FROM case_file WHERE state = 'open' ORDER BY touched_at DESC, id LIMIT \(cases)"
      ) { row in try row.id(CaseFile.self) }
      for (place, file) in files.enumerated() {
        let description = descriptions[place % descriptions.count]
        let bytes = SyntheticDocument(title: "Made up for the demonstration: \(description)").bytes
        let name = EvidenceTaking.newName()
        let content = try EvidenceFile.Content(
          key: keep(bytes, vault.newOriginal(name, size: bytes.count)),
          copyKey: keep(bytes, vault.newCopy(name, size: bytes.count)),
          fileName: "made-up-\(place + 1).pdf", description: description)
        let new = NewEvidence(
          name: name, kind: .pdf, size: bytes.count, received: bytes.count,
          content: Sensitive(content))
        let added = try store.add(
          new, to: .file(file), by: officer, at: now.adding(seconds: Double(-3600 * place)),
          in: write)
        var change = EvidenceChange(
          state: place % 2 == 1 ? .held : .ready, copySize: bytes.count,
          sha256: SHA256.hash(bytes).hexadecimal)
        if place % 2 == 1 {
          var noted = content
          noted.notes = ["This service has no virus scanner."]
          change.content = noted
        }
        try store.keep(added, change, in: write)
      }
    }
  }

  private static func keep(_ bytes: [UInt8], _ new: (SealedFile, key: String)) throws -> String {
    let writer = try new.0.writer()
    try bytes.withUnsafeBytes { try writer.append($0) }
    try writer.finish()
    return new.key
  }
}

/// A page that says that it is made up, as the smallest PDF that says it.
struct SyntheticDocument {
  let title: String

  var bytes: [UInt8] {
    let words = title.filter { $0.isASCII && $0 != "(" && $0 != ")" && $0 != "\\" }
    let text = "BT /F1 14 Tf 40 780 Td (\(words)) Tj ET"
    let objects = [
      "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
      "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
        + "/Resources << /Font << /F1 5 0 R >> >> >>",
      "<< /Length \(text.utf8.count) >>\nstream\n\(text)\nendstream",
      "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    var file = "%PDF-1.4\n"
    var places: [Int] = []
    for (number, object) in objects.enumerated() {
      places.append(file.utf8.count)
      file += "\(number + 1) 0 obj\n\(object)\nendobj\n"
    }
    let start = file.utf8.count
    file += "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n"
    for place in places {
      let digits = String(place)
      file += String(repeating: "0", count: 10 - digits.count) + digits + " 00000 n \n"
    }
    file += "trailer\n<< /Size \(objects.count + 1) /Root 1 0 R >>\nstartxref\n\(start)\n%%EOF\n"
    return Array(file.utf8)
  }
}
