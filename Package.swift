// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .treatAllWarnings(as: .error),
]

/// For numerics, whose loops are a hundred times slower without it: also in debug builds.
let optimised: [SwiftSetting] = [.unsafeFlags(["-O"], .when(configuration: .debug))]

/// A C library of Debian: a module map and a shim under Sources/C, nothing else.
func library(_ name: String, pkgConfig: String, package: String) -> Target {
  .systemLibrary(
    name: name, path: "Sources/C/\(name)", pkgConfig: pkgConfig, providers: [.apt([package])])
}

/// A module that reads like a library and knows nothing of community safety, with its tests.
func platform(
  _ name: String, _ dependencies: [String] = [], settings: [SwiftSetting] = [],
  resources: [Resource] = [], testDependencies: [String] = [], fixtures: [String] = []
) -> [Target] {
  [
    .target(
      name: name, dependencies: dependencies.map { .byName(name: $0) },
      path: "Sources/Platform/\(name)", resources: resources, swiftSettings: strict + settings),
    tests(
      name,
      [name] + dependencies.filter { !$0.hasPrefix("C") || $0 == "Commands" } + testDependencies,
      fixtures: fixtures),
  ]
}

/// A feature: what every feature may use, and never another feature.
func feature(
  _ name: String, _ further: [String] = [], resources: [Resource] = []
) -> [Target] {
  [
    .target(
      name: name, dependencies: (floor + further).map { .byName(name: $0) },
      path: "Sources/Features/\(name)", resources: resources, swiftSettings: strict),
    tests(name, [name, "FeatureKit"] + floor + further),
  ]
}

func tests(_ name: String, _ dependencies: [String], fixtures: [String] = []) -> Target {
  .testTarget(
    name: "\(name)Tests", dependencies: (dependencies + ["TestKit"]).map { .byName(name: $0) },
    path: "Tests/\(name)Tests", exclude: fixtures, swiftSettings: strict)
}

/// Everything a feature may import.
let floor = [
  "Kernel", "Database", "Markup", "Design", "HTTP", "Secrets", "Access", "Statistics", "Geography",
  "Documents", "Jobs", "Messages", "Commands", "Translation", "Partnership",
]

let libraries: [Target] = [
  library("CSQLite", pkgConfig: "sqlite3", package: "libsqlite3-dev"),
  library("CPostgres", pkgConfig: "libpq", package: "libpq-dev"),
  library("CMicrohttpd", pkgConfig: "libmicrohttpd", package: "libmicrohttpd-dev"),
  library("CZlib", pkgConfig: "zlib", package: "zlib1g-dev"),
  library("CSodium", pkgConfig: "libsodium", package: "libsodium-dev"),
  library("CQREncode", pkgConfig: "libqrencode", package: "libqrencode-dev"),
  library("COath", pkgConfig: "liboath", package: "liboath-dev"),
  library("CXlsxWriter", pkgConfig: "xlsxwriter", package: "libxlsxwriter-dev"),
  library("CArchive", pkgConfig: "libarchive", package: "libarchive-dev"),
  .systemLibrary(name: "CGDAL", path: "Sources/C/CGDAL", providers: [.apt(["libgdal-dev"])]),
  .systemLibrary(name: "CPROJ", path: "Sources/C/CPROJ", providers: [.apt(["libproj-dev"])]),
  library("CCurl", pkgConfig: "libcurl", package: "libcurl4-openssl-dev"),
  library("CSeccomp", pkgConfig: "libseccomp", package: "libseccomp-dev"),
  .systemLibrary(name: "CSpawn", path: "Sources/C/CSpawn"),
]

/// Files built into the program by `#embed`: the stylesheet, the script, the symbols.
let assets = Target.target(
  name: "CAssets", path: "Sources/C/CAssets",
  exclude: ["hamlet.css", "hamlet.js", "panmap.js", "upload.js", "emblem.svg", "sprite.svg"])

let platformTargets: [Target] = [
  platform("Kernel"),
  platform("Database", ["Kernel"]),
  platform("SQLite", ["Kernel", "Database", "CSQLite"], settings: [.strictMemorySafety()]),
  platform("PostgreSQL", ["Kernel", "Database", "CPostgres"], settings: [.strictMemorySafety()]),
  platform("Markup", settings: [.strictMemorySafety()]),
  platform("Design", ["Kernel", "Markup", "HTTP", "CAssets", "CQREncode"]),
  platform("HTTP", ["Kernel", "Markup"]),
  platform(
    "Server", ["Kernel", "HTTP", "CMicrohttpd", "CZlib"], settings: [.strictMemorySafety()]),
  platform("Secrets", ["Kernel", "CSodium", "COath"], settings: [.strictMemorySafety()]),
  platform("Access", ["Kernel", "Database", "Secrets"]),
  platform("Statistics", ["Kernel"], settings: optimised, fixtures: ["Fixtures"]),
  platform("Geography", ["Kernel", "Commands", "CPROJ"], settings: [.strictMemorySafety()]),
  platform(
    "Documents", ["Kernel", "Geography", "CArchive", "CXlsxWriter", "CSpawn"],
    testDependencies: ["hamlet-reader"], fixtures: ["Fixtures"]),
  platform("Jobs", ["Kernel", "Database"]),
  platform(
    "Messages", ["Kernel", "Database", "Jobs", "Secrets", "CCurl"],
    settings: [.strictMemorySafety()], fixtures: ["Fixtures"]),
  platform("Commands", ["Kernel"]),
  platform("Names", ["Kernel"], settings: [.strictMemorySafety()]),
  platform("Translation", testDependencies: ["Markup"]),
].flatMap(\.self)

let features = [
  "Accounts", "Indicators", "Incidents", "Places", "Hotspots", "Tasking", "Casework", "Letters",
  "Orders", "Conferences", "Languages", "Sharing",
]

let package = Package(
  name: "hamlet",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "hamlet", targets: ["hamlet"]),
    .executable(name: "hamlet-reader", targets: ["hamlet-reader"]),
  ],
  targets: libraries + [assets] + platformTargets + [
    .target(
      name: "Partnership", dependencies: floor.dropLast().map { .byName(name: $0) },
      swiftSettings: strict),
    tests("Partnership", floor),
    .target(
      name: "Application",
      dependencies: (floor + features + ["SQLite", "PostgreSQL", "Server"]).map {
        .byName(name: $0)
      },
      swiftSettings: strict),
    tests(
      "Application",
      floor + [
        "Application", "Accounts", "Languages", "FeatureKit", "Server", "SQLite", "PostgreSQL",
      ]),
    .executableTarget(
      name: "hamlet", dependencies: ["Application"], swiftSettings: strict),
    .executableTarget(
      name: "hamlet-reader", dependencies: ["CArchive", "CGDAL", "CSeccomp"],
      path: "Sources/HamletReader", swiftSettings: strict + [.strictMemorySafety()]),
    // Runs the spatial methods for Benchmarks/run; no part of the program.
    .executableTarget(
      name: "statistics-bench", dependencies: ["Geography", "Statistics"],
      path: "Benchmarks/Statistics", swiftSettings: strict),
    .target(
      name: "TestKit",
      dependencies: ["Kernel", "Database", "SQLite", "PostgreSQL", "Secrets", "CSpawn"],
      path: "Tests/TestKit", swiftSettings: strict),
    .target(
      name: "FeatureKit",
      dependencies: [
        "Kernel", "Database", "Design", "HTTP", "Access", "Commands", "Jobs", "Messages",
        "Partnership",
      ],
      path: "Tests/FeatureKit", swiftSettings: strict),
    .testTarget(
      name: "Journeys",
      dependencies: (floor + features + [
        "Application", "Server", "SQLite", "PostgreSQL", "TestKit", "hamlet", "hamlet-reader",
      ])
      .map { .byName(name: $0) },
      path: "Tests/Journeys", swiftSettings: strict),
  ] + features.flatMap { feature($0, $0 == "Casework" ? ["Names"] : []) },
  swiftLanguageModes: [.v6]
)
