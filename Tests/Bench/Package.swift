// swift-tools-version: 6.3
// What is measured, beside peers that do the same work. It is a package of its own, so that nobody who imports a client resolves them.

import PackageDescription

let package = Package(
    name: "Bench",
    platforms: [.macOS(.v15)],
    dependencies: [
        .package(name: "waybill", path: "../.."),
        .package(url: "https://github.com/apple/swift-nio.git", from: "2.101.0"),
        .package(url: "https://github.com/apple/swift-crypto.git", from: "4.0.0"),
        .package(url: "https://github.com/apple/swift-http-types.git", from: "1.4.0"),
        .package(url: "https://github.com/swift-server/async-http-client.git", from: "1.24.0"),
    ],
    targets: [
        .target(
            name: "Parcels",
            dependencies: [.product(name: "WaybillRuntime", package: "waybill")],
            exclude: ["ParcelsClient.swift", "Parcels/ParcelsClient+Parcels.swift"],
            swiftSettings: [.enableUpcomingFeature("InternalImportsByDefault")]
        ),
        .executableTarget(name: "JSONBench", dependencies: ["Parcels"]),
        .executableTarget(
            name: "WebhookBench",
            dependencies: [
                .product(name: "Simpu", package: "waybill"),
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
            ]
        ),
        .executableTarget(name: "OneCall", dependencies: [.product(name: "Walinko", package: "waybill")]),
        .target(
            name: "CallByHand",
            dependencies: [
                .product(name: "AsyncHTTPClient", package: "async-http-client"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOFoundationCompat", package: "swift-nio"),
            ],
            swiftSettings: [.enableUpcomingFeature("InternalImportsByDefault")]
        ),
        .executableTarget(
            name: "OneCallByHand",
            dependencies: ["CallByHand", .product(name: "AsyncHTTPClient", package: "async-http-client")]
        ),
        .executableTarget(
            name: "CallBench",
            dependencies: [
                "CallByHand",
                .product(name: "Walinko", package: "waybill"),
                .product(name: "WaybillTransport", package: "waybill"),
                .product(name: "AsyncHTTPClient", package: "async-http-client"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOFoundationCompat", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
            ]
        ),
    ],
    swiftLanguageModes: [.v6]
)
