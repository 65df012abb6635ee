terraform {
  required_version = ">= 1.6"
}

provider "aws" {
  region = "eu-central-1"
}

resource "aws_s3_bucket" "receipts" {
  bucket = "shop-receipts"
}

resource "aws_s3_bucket" "exports" {
  bucket = "shop-exports"
  acl    = "public-read"
}

resource "aws_db_instance" "orders" {
  identifier          = "orders"
  engine              = "postgres"
  instance_class      = "db.t3.small"
  allocated_storage   = 20
  username            = "shop"
  password            = var.orders_password
  publicly_accessible = true
  skip_final_snapshot = true
}

resource "aws_instance" "bastion" {
  ami           = "ami-0c0ffee0c0ffee000"
  instance_type = "t3.micro"
  subnet_id     = var.subnet
}
