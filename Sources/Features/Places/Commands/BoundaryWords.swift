internal import Commands
internal import Kernel
internal import Partnership

extension BoundaryResult {
  /// What was done, under the names other programs rely on.
  var json: JSON {
    [
      "kind": .string(kind.rawValue), "edition": .integer(edition), "areas": .integer(areas),
      "stored": .integer(stored), "alreadyKnown": .integer(areas - stored),
      "reference": .string(reference), "codeField": .string(codeField),
      "nameField": .string(nameField),
      "mended": .array(
        mended.map { ["code": .string($0.code), "reason": .string($0.reason)] }),
    ]
  }

  /// The same in words, for a terminal.
  var lines: [String] {
    let what = "\(areas) \(kind.plural) of \(edition)"
    let first =
      stored > 0
      ? "\(what) stored, codes from \(codeField), names from \(nameField), \(reference)"
      : "\(what) are known already; nothing was changed"
    return [first] + mended.map { "mended: \($0.code): \($0.reason)" }
  }
}

extension BoundaryFile {
  var json: JSON {
    [
      "kind": .string(kind.rawValue), "edition": .integer(edition), "areas": .integer(areas),
      "mended": .integer(mended), "file": .string(name), "sha256": .string(hashText),
      "reference": .string(reference), "codeField": .string(codeField),
      "nameField": .string(nameField),
      "validFrom": validFrom.map { .string($0.description) } ?? .null,
      "validTo": validTo.map { .string($0.description) } ?? .null,
      "importedAt": .string(importedAt.description),
    ]
  }

  var line: String {
    let kind = kind.rawValue + String(repeating: " ", count: max(0, 14 - kind.rawValue.count))
    let count = String(areas)
    let mended = mended == 0 ? "" : ", \(mended) mended"
    return "\(kind)\(edition)" + String(repeating: " ", count: max(1, 8 - count.count)) + count
      + "  \(name)\(mended)"
  }
}
