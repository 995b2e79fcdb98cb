// swift-tools-version: 6.0
// Reads texts as Yams does; a package of its own, so that nobody else needs Yams.

import PackageDescription

let package = Package(
    name: "yams-reader",
    platforms: [.macOS(.v13)],
    dependencies: [.package(url: "https://github.com/jpsim/Yams.git", exact: "6.2.2")],
    targets: [.executableTarget(name: "yams-reader", dependencies: ["Yams"], path: "Sources")]
)
