// swift-tools-version: 6.3
// The stores of WaybillStores on real servers. It is a package of its own, so that nobody who imports a client needs the
// drivers that it has for its tests.

import PackageDescription

let package = Package(
    name: "Fleet",
    platforms: [.macOS(.v15)],
    dependencies: [
        .package(name: "waybill", path: "../../.."),
        .package(url: "https://github.com/groue/GRDB.swift.git", from: "7.10.0"),
        .package(url: "https://github.com/apple/swift-argument-parser.git", from: "1.5.0"),
        .package(url: "https://github.com/apple/swift-nio.git", from: "2.101.0"),
    ],
    targets: [
        .systemLibrary(name: "CPostgres", pkgConfig: "libpq", providers: [.apt(["libpq-dev"]), .brew(["libpq"])]),
        .systemLibrary(
            name: "CRedis",
            pkgConfig: "hiredis",
            providers: [.apt(["libhiredis-dev"]), .brew(["hiredis"])]
        ),
        .target(
            name: "FleetDrivers",
            dependencies: [
                "CPostgres", "CRedis",
                .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "WaybillStores", package: "waybill"),
            ]
        ),
        .executableTarget(
            name: "Fleet",
            dependencies: [
                "FleetDrivers",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "Simpu", package: "waybill"),
                .product(name: "Walinko", package: "waybill"),
                .product(name: "WaybillStores", package: "waybill"),
            ]
        ),
        .testTarget(
            name: "FleetTests",
            dependencies: [
                "FleetDrivers",
                .product(name: "Simpu", package: "waybill"),
                .product(name: "Walinko", package: "waybill"),
                .product(name: "WaybillStores", package: "waybill"),
                .product(name: "WaybillTesting", package: "waybill"),
                .product(name: "WaybillWebhookTesting", package: "waybill"),
            ]
        ),
    ],
    swiftLanguageModes: [.v6]
)
