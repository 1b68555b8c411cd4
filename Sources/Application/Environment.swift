import Glibc
import Kernel
import Messages
import Partnership

/// What the process was told from outside: where the database and the key are, and the settings.
struct Environment: Sendable {
  /// `sqlite:PATH` or `postgres://…`.
  var database: String
  /// The file of keys.
  var keyFile: String
  /// The partnership's settings.
  var settings: Settings
  /// Whether the public address was told, and is not merely the one a trial listens on.
  var hasPublicURL = false
  /// What `HAMLET_SECOND_FACTOR` says, where it says neither of its two words.
  var misreadSecondFactor: String?
  /// What `HAMLET_MAP_TILES` says, where it is no address of pictures.
  var misreadTiles: String?
  /// Why the mail server or GOV.UK Notify cannot be used as the settings name it.
  var mailTrouble: (any Problem)?

  /// Reads the process's environment; a database given with `--database` goes before the variable.
  static func read(
    database given: String? = nil, _ variable: (String) -> String? = Environment.variable
  ) -> Environment {
    let database = given ?? variable("HAMLET_DATABASE") ?? "sqlite:hamlet.sqlite"
    let secondFactor = variable("HAMLET_SECOND_FACTOR") ?? "optional"
    var settings = Settings()
    if let url = variable("HAMLET_PUBLIC_URL") { settings.publicURL = url }
    settings.trustedProxies = list(variable("HAMLET_TRUSTED_PROXIES"))
    settings.metricsReaders = list(variable("HAMLET_METRICS_READERS"))
    settings.uploads = variable("HAMLET_UPLOADS") ?? beside(database, "hamlet-uploads")
    settings.files = variable("HAMLET_FILES") ?? beside(database, "hamlet-files")
    settings.scanner = variable("HAMLET_CLAMAV")
    settings.reader = variable("HAMLET_READER") ?? besideProgram("hamlet-reader")
    settings.printer = variable("HAMLET_WEASYPRINT") ?? besideProgram("weasyprint")
    if let pandoc = variable("HAMLET_PANDOC") { settings.pandoc = pandoc }
    // A word that is not understood must not leave the accounts open.
    settings.requiresSecondFactor = secondFactor != "optional"
    if let letters = variable("HAMLET_REFERENCE_LETTERS"), isLetters(letters) {
      settings.letters = letters.uppercased()
    }
    let tiles = variable("HAMLET_MAP_TILES")
    settings.tiles = tiles.flatMap {
      TileServer(template: $0, credit: variable("HAMLET_MAP_CREDIT") ?? "")
    }
    settings.hasPseudoLanguages = variable("HAMLET_PSEUDO_LANGUAGES") == "yes"
    let mailTrouble = readCarriers(into: &settings, variable)
    return Environment(
      database: database,
      keyFile: variable("HAMLET_KEY_FILE") ?? "\(variable("HOME") ?? ".")/.hamlet/hamlet.key",
      settings: settings, hasPublicURL: variable("HAMLET_PUBLIC_URL") != nil,
      misreadSecondFactor: ["optional", "required"].contains(secondFactor) ? nil : secondFactor,
      misreadTiles: settings.tiles == nil ? tiles : nil, mailTrouble: mailTrouble)
  }

  /// Reads by what messages leave; why one cannot be used, where that is so.
  private static func readCarriers(
    into settings: inout Settings, _ variable: (String) -> String?
  ) -> (any Problem)? {
    do {
      settings.mail = try MailServer.named(by: variable)
      settings.notify = try NotifyService.named(by: variable)
      return nil
    } catch {
      return error as? any Problem
    }
  }

  /// The same, where links lead to the address listened on if no public one was told.
  func listening(at address: ListenAddress) -> Environment {
    guard !hasPublicURL, address.isLoopback, address.port != 0 else { return self }
    var environment = self
    environment.settings.publicURL = address.url(port: address.port)
    return environment
  }

  /// One variable of the process; an empty one counts as not set.
  static func variable(_ name: String) -> String? {
    guard let value = getenv(name) else { return nil }
    let text = String(cString: value)
    return text.isEmpty ? nil : text
  }

  /// The path of the SQLite file, where the database is one.
  var sqlitePath: String? {
    database.hasPrefix("sqlite:") ? String(database.dropFirst("sqlite:".count)) : nil
  }

  /// The path of the file of keys, once the folder it lies in is there.
  func readyKeyFile() -> String {
    if let slash = keyFile.lastIndex(of: "/"), slash > keyFile.startIndex {
      mkdir(String(keyFile[..<slash]), 0o700)
    }
    return keyFile
  }

  /// Whether text can begin the references of a partnership.
  private static func isLetters(_ text: String) -> Bool {
    (2...3).contains(text.utf8.count)
      && text.uppercased().utf8.allSatisfy { (65...90).contains($0) }
  }

  private static func list(_ text: String?) -> [String] {
    (text ?? "").split(separator: ",").map { $0.filter { $0 != " " } }
  }

  private static func beside(_ database: String, _ name: String) -> String {
    guard database.hasPrefix("sqlite:"), let slash = database.lastIndex(of: "/") else {
      return name
    }
    return database[database.index(database.startIndex, offsetBy: 7)...slash] + name
  }

  private static func besideProgram(_ name: String) -> String {
    var buffer = [CChar](repeating: 0, count: 4096)
    let length = readlink("/proc/self/exe", &buffer, buffer.count - 1)
    guard length > 0 else { return name }
    let program = String(decoding: buffer[..<length].map(UInt8.init(bitPattern:)), as: UTF8.self)
    guard let slash = program.lastIndex(of: "/") else { return name }
    return program[...slash] + name
  }
}
